import { START, type Position, type StoredEvent } from '../ledger.js';
import { HASH_BYTES } from '../proofs/hashing.js';
import { HashTree, TILE_WIDTH } from './hash-tree.js';
import { ID_BYTES, type LeafStore } from './leaf-store.js';
import { isSeal } from './seal-stream.js';

/** The tree of a ledger, growing with it, and for each leaf which event it is. */
export class LeafLog {
  private grown: HashTree;
  /** Ids of the leaves that do not fill a tile yet. */
  private ids: string[] = [];
  /** Hashes of the last of those, not in the tree yet: bytes are made of many at once. */
  private waiting: string[] = [];
  private at: Position;

  constructor(private readonly store: LeafStore) {
    this.grown = HashTree.resumed(store, store.tiles);
    this.at = store.tiles === 0 ? START : (store.source(store.tiles - 1).last as Position);
  }

  get tree(): HashTree {
    this.grow();
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
    this.ids = [];
    this.waiting = [];
    this.grown = new HashTree(this.store);
    this.at = START;
  }

  /** The next events in global order; seals are passed over, and so is what was added before. */
  add(events: readonly StoredEvent[]): void {
    for (const event of events) {
      if (isSeal(event) || event.position <= this.at) continue;
      if (this.ids.length === TILE_WIDTH) this.keepTile();
      this.waiting.push(hashOf(event));
      this.ids.push(event.id);
      this.at = event.position;
    }
  }

  /** Only when the next leaf comes: where the disk is full it is tried again then, and nothing is passed over. */
  private keepTile(): void {
    this.grow();
    this.store.addSource({ ids: bytesOfIds(this.ids.join('')), last: this.at });
    this.ids = [];
  }

  private grow(): void {
    const hashes = Buffer.from(this.waiting.join(''), 'hex');
    this.waiting = [];
    for (let at = 0; at < hashes.length; at += HASH_BYTES) this.grown.append(hashes.subarray(at, at + HASH_BYTES));
  }

  /** The leaf index of an event, the newest looked at first; undefined where no leaf has this id. */
  indexOf(eventId: string): number | undefined {
    const edge = this.ids.indexOf(eventId);
    if (edge >= 0) return this.store.tiles * TILE_WIDTH + edge;
    const id = bytesOfIds(eventId);
    for (let tile = this.store.tiles - 1; tile >= 0; tile -= 1) {
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

const bytesOfIds = (ids: string): Buffer => Buffer.from(ids.replaceAll('-', ''), 'hex');

const HASH = /^[0-9a-f]{64}$/;

/** A leaf hash that is none cannot be signed for. */
function hashOf({ leafHash, id }: StoredEvent): string {
  if (!HASH.test(leafHash)) throw new Error(`The leaf hash of event ${id} is damaged`);
  return leafHash;
}
