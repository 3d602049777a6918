import { hash } from 'node:crypto';
import { TILE_WIDTH } from './hash-tree.js';
import { EMPTY_ROOT, HASH_BYTES } from '../proofs/hashing.js';

/** Only the root of a tree that grows: the roots of its full subtrees, from the largest to the smallest. Cheap to copy. */
export class GrowingRoot {
  private constructor(
    private leaves: number,
    private readonly subtrees: Buffer[],
  ) {}

  static empty(): GrowingRoot {
    return new GrowingRoot(0, []);
  }

  get size(): number {
    return this.leaves;
  }

  copy(): GrowingRoot {
    return new GrowingRoot(this.leaves, [...this.subtrees]);
  }

  append(leafHash: Buffer): void {
    let node = leafHash;
    for (let size = this.leaves; size % 2 === 1; size = Math.floor(size / 2)) node = joined(this.subtrees.pop(), node);
    this.subtrees.push(node);
    this.leaves += 1;
  }

  /** The next 256 leaves by their root, where they begin a tile. */
  appendTile(root: Buffer): void {
    if (this.leaves % TILE_WIDTH !== 0) throw new RangeError(`A tile does not begin at leaf ${this.leaves}`);
    let node = root;
    for (let size = this.leaves / TILE_WIDTH; size % 2 === 1; size = Math.floor(size / 2))
      node = joined(this.subtrees.pop(), node);
    this.subtrees.push(node);
    this.leaves += TILE_WIDTH;
  }

  root(): Buffer {
    let node: Buffer | undefined;
    for (const subtree of this.subtrees.toReversed()) node = node === undefined ? subtree : joined(subtree, node);
    return node ?? Buffer.from(EMPTY_ROOT);
  }
}

const area = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

function joined(left: Buffer | undefined, right: Buffer): Buffer {
  if (left === undefined) throw new Error('A tree has lost its left half');
  area.set(left, 1);
  area.set(right, 1 + HASH_BYTES);
  const node = Buffer.allocUnsafe(HASH_BYTES); // Asked for as text: a buffer of its own costs more than the hash.
  node.write(hash('sha256', area, 'binary'), 0, 'latin1');
  return node;
}
