import { START, type Position, type StoredEvent } from '../ledger.js';
import { HASH_BYTES } from '../proofs/hashing.js';
import { HashTree, TILE_WIDTH } from './hash-tree.js';
import { ID_BYTES, type LeafStore } from './leaf-store.js';
import { isSeal } from './seal-stream.js';

/** The tree of a ledger, growing with it, and for each leaf which event it is. */
export class LeafLog {
  private grown: HashTree;
  private ids = Buffer.alloc(TILE_WIDTH * ID_BYTES);
  private at: Position;

  constructor(private readonly store: LeafStore) {
    this.grown = HashTree.resumed(store, store.tiles);
    this.at = store.tiles === 0 ? START : (store.source(store.tiles - 1).last as Position);
  }

  get tree(): HashTree {
    return this.grown;
  }

  /** Position of the last leaf: what comes after it is to be added. */
  get last(): Position {
    return this.at;
  }

  /** Whether it was made by an earlier process, so that it might not be of this ledger. */
  get resumed(): boolean {
    return this.store.tiles > 0;
  }

  /** Begins anew. */
  clear(): void {
    this.store.clear();
    this.grown = new HashTree(this.store);
    this.at = START;
  }

  /** The next events in global order; seals are passed over, and so is what was added before. */
  add(events: readonly StoredEvent[]): void {
    for (const event of events) {
      if (isSeal(event) || event.position <= this.at) continue;
      const place = this.grown.size % TILE_WIDTH;
      this.ids.write(event.id.replaceAll('-', ''), place * ID_BYTES, 'hex');
      this.grown.append(hashOf(event));
      this.at = event.position;
      if (place === TILE_WIDTH - 1) this.store.addSource({ ids: Buffer.from(this.ids), last: event.position });
    }
  }

  /** The leaf index of an event, the newest looked at first; undefined where no leaf has this id. */
  indexOf(eventId: string): number | undefined {
    const id = Buffer.from(eventId.replaceAll('-', ''), 'hex');
    const full = Math.floor(this.grown.size / TILE_WIDTH);
    const edge = placeOf(id, this.ids.subarray(0, (this.grown.size % TILE_WIDTH) * ID_BYTES));
    if (edge !== undefined) return full * TILE_WIDTH + edge;
    for (let tile = full - 1; tile >= 0; tile -= 1) {
      const place = placeOf(id, this.store.source(tile).ids);
      if (place !== undefined) return tile * TILE_WIDTH + place;
    }
    return undefined;
  }

  /** A position before a leaf, at most 255 leaves away: where to begin reading for its event. */
  placeBefore(index: number): Position {
    const tile = Math.floor(index / TILE_WIDTH);
    return tile === 0 ? START : (this.store.source(tile - 1).last as Position);
  }
}

function placeOf(id: Buffer, ids: Buffer): number | undefined {
  if (id.length !== ID_BYTES) return undefined;
  for (let at = ids.indexOf(id); at >= 0; at = ids.indexOf(id, at + 1)) if (at % ID_BYTES === 0) return at / ID_BYTES;
  return undefined;
}

/** A leaf hash that is none cannot be signed for. */
function hashOf({ leafHash, id }: StoredEvent): Buffer {
  const hash = Buffer.from(leafHash, 'hex');
  if (hash.length !== HASH_BYTES) throw new Error(`The leaf hash of event ${id} is damaged`);
  return hash;
}
