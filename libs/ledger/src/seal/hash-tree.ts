import { hash } from 'node:crypto';
import { EMPTY_ROOT, HASH_BYTES } from '../proofs/hashing.js';
import type { ConsistencyProof, InclusionProof } from '../proofs/proofs.js';

/** Hashes in a tile: a tile is a subtree of height 8, kept by its lowest hashes (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** Where the full tiles of a tree are kept. Level 0 holds leaf hashes, level 1 the roots of full tiles of level 0, and so on. */
export interface TileStore {
  /** The next tile of a level: 256 hashes. */
  add(level: number, hashes: Buffer): void;
  /** A tile that was added. */
  read(level: number, tile: number): Buffer;
}

/** Keeps all tiles in memory. */
export function tilesInMemory(): TileStore {
  const levels: Buffer[][] = [];
  return {
    add: (level, hashes) => void (levels[level] ??= []).push(hashes),
    read: (level, tile) => levels[level]?.[tile] ?? missing(level, tile),
  };
}

/** Keeps nothing: enough for whoever only asks for the root. */
export const forgetful: TileStore = { add: () => undefined, read: missing };

function missing(level: number, tile: number): never {
  throw new RangeError(`There is no tile ${tile} on level ${level}`);
}

/** The hashes of a level that do not fill a tile yet. */
interface Edge {
  readonly hashes: Buffer;
  count: number;
}

const CACHED_TILES = 128;

/** The tree of RFC 9162 over leaf hashes: grows at the right, and gives the root and proofs at any size it ever had. */
export class HashTree {
  private leaves = 0;
  private readonly edges: Edge[] = [];
  /** Nodes of full tiles that were read: all 8 heights of each. */
  private readonly cache = new Map<string, readonly Buffer[]>();

  constructor(private readonly store: TileStore = tilesInMemory()) {}

  /** A tree of so many full tiles of leaves that a store kept. */
  static resumed(store: TileStore, tiles: number): HashTree {
    const tree = new HashTree(store);
    tree.leaves = tiles * TILE_WIDTH;
    for (let level = 1, below = tiles; below > 0; level += 1, below = Math.floor(below / TILE_WIDTH)) {
      const edge: Edge = { hashes: Buffer.allocUnsafe(TILE_WIDTH * HASH_BYTES), count: 0 };
      for (let tile = below - (below % TILE_WIDTH); tile < below; tile += 1, edge.count += 1)
        edge.hashes.set(folded(store.read(level - 1, tile)), edge.count * HASH_BYTES);
      tree.edges[level] = edge;
    }
    return tree;
  }

  get size(): number {
    return this.leaves;
  }

  append(leafHash: Uint8Array): void {
    this.push(0, leafHash);
    this.leaves += 1;
  }

  /** The next 256 leaves with their root, where they begin a tile. */
  appendTile(hashes: Buffer, root: Buffer): void {
    if (this.leaves % TILE_WIDTH !== 0) throw new RangeError(`A tile does not begin at leaf ${this.leaves}`);
    this.store.add(0, hashes);
    this.push(1, root);
    this.leaves += TILE_WIDTH;
  }

  /** The root of the first `size` leaves. */
  root(size = this.leaves): Buffer {
    this.check(size);
    return size === 0 ? Buffer.from(EMPTY_ROOT) : this.rangeRoot(0, size);
  }

  inclusion(index: number, size = this.leaves): InclusionProof {
    this.check(size);
    if (!Number.isInteger(index) || index < 0 || index >= size)
      throw new RangeError(`A tree of ${size} leaves has no leaf ${index}`);
    return { index, size, hashes: this.path(index, 0, size) };
  }

  consistency(from: number, size = this.leaves): ConsistencyProof {
    this.check(size);
    if (!Number.isInteger(from) || from < 0 || from > size)
      throw new RangeError(`A tree of ${size} leaves was never one of ${from}`);
    const hashes = from === 0 || from === size ? [] : this.subproof(from, { start: 0, size, whole: true });
    return { from, size, hashes };
  }

  /** The hashes of a tile as it is in the tree of all leaves: fewer than 256 at the right edge, none beyond it. */
  tile(level: number, tile: number): Buffer {
    const edge = this.edges[level];
    const full = Math.floor(Math.floor(this.leaves / TILE_WIDTH ** level) / TILE_WIDTH);
    if (tile < full) return this.store.read(level, tile);
    return tile === full && edge !== undefined
      ? Buffer.from(edge.hashes.subarray(0, edge.count * HASH_BYTES))
      : Buffer.alloc(0);
  }

  private push(level: number, leafHash: Uint8Array): void {
    const edge = (this.edges[level] ??= { hashes: Buffer.allocUnsafe(TILE_WIDTH * HASH_BYTES), count: 0 });
    edge.hashes.set(leafHash, edge.count * HASH_BYTES);
    edge.count += 1;
    if (edge.count < TILE_WIDTH) return;
    this.store.add(level, Buffer.from(edge.hashes));
    edge.count = 0;
    this.push(level + 1, folded(edge.hashes));
  }

  private check(size: number): void {
    if (!Number.isInteger(size) || size < 0 || size > this.leaves)
      throw new RangeError(`This tree has ${this.leaves} leaves, not ${size}`);
  }

  /** The root of the leaves from `start`, a multiple of the largest power of two below `size`. */
  private rangeRoot(start: number, size: number): Buffer {
    const half = largestPowerBelow(size);
    if (half * 2 === size || size === 1) return this.node(Math.log2(size), start / size);
    return node(this.rangeRoot(start, half), this.rangeRoot(start + half, size - half));
  }

  private path(index: number, start: number, size: number): Buffer[] {
    if (size === 1) return [];
    const half = largestPowerBelow(size);
    return index < half
      ? [...this.path(index, start, half), this.rangeRoot(start + half, size - half)]
      : [...this.path(index - half, start + half, size - half), this.rangeRoot(start, half)];
  }

  private subproof(
    from: number,
    { start, size, whole }: { readonly start: number; readonly size: number; readonly whole: boolean },
  ): Buffer[] {
    if (from === size) return whole ? [] : [this.rangeRoot(start, size)];
    const half = largestPowerBelow(size);
    if (from <= half)
      return [...this.subproof(from, { start, size: half, whole }), this.rangeRoot(start + half, size - half)];
    return [
      ...this.subproof(from - half, { start: start + half, size: size - half, whole: false }),
      this.rangeRoot(start, half),
    ];
  }

  /** The root of a full subtree of 2^height leaves. */
  private node(height: number, index: number): Buffer {
    const level = Math.floor(height / TILE_HEIGHT);
    const within = height % TILE_HEIGHT;
    const first = index * 2 ** within;
    const tile = Math.floor(first / TILE_WIDTH);
    const offset = first % TILE_WIDTH;
    const full = Math.floor(this.leaves / TILE_WIDTH ** (level + 1));
    if (tile < full) {
      const at = (offset >> within) * HASH_BYTES;
      return (this.nodesOf(level, tile)[within] ?? missing(level, tile)).subarray(at, at + HASH_BYTES);
    }
    const edge = this.edges[level] ?? missing(level, tile);
    return folded(edge.hashes.subarray(offset * HASH_BYTES, (offset + 2 ** within) * HASH_BYTES));
  }

  private nodesOf(level: number, tile: number): readonly Buffer[] {
    const name = `${level}/${tile}`;
    const known = this.cache.get(name);
    if (known !== undefined) return known;
    const nodes = [this.store.read(level, tile)];
    for (let height = 1; height < TILE_HEIGHT; height += 1)
      nodes.push(halved(nodes[height - 1] ?? missing(level, tile)));
    if (this.cache.size >= CACHED_TILES) this.cache.delete(this.cache.keys().next().value ?? '');
    this.cache.set(name, nodes);
    return nodes;
  }
}

// One working area for all: a node is hashed in one go, never across an await.
const area = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

/** SHA-256(0x01 ‖ left ‖ right), by the machine's own SHA-256: the same as `nodeHashOf`. */
function node(left: Buffer, right: Buffer): Buffer {
  area.set(left, 1);
  area.set(right, 1 + HASH_BYTES);
  return hash('sha256', area, 'buffer');
}

/** The hashes one height up. */
function halved(hashes: Buffer): Buffer {
  const parents = Buffer.allocUnsafe(hashes.length / 2);
  for (let at = 0; at < hashes.length; at += 2 * HASH_BYTES) {
    hashes.copy(area, 1, at, at + 2 * HASH_BYTES);
    parents.write(hash('sha256', area, 'binary'), at / 2, 'latin1');
  }
  return parents;
}

/** The root over hashes whose number is a power of two. */
function folded(hashes: Buffer): Buffer {
  let nodes = hashes;
  while (nodes.length > HASH_BYTES) nodes = halved(nodes);
  return nodes === hashes ? Buffer.from(hashes) : nodes;
}

/** The root over the hashes of a full tile. */
export const rootOfTile = (hashes: Buffer): Buffer => folded(hashes);

/** For a size of at least 2. */
function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}
