import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openLock } from '../adapters/open-sqlite.js';
import { HASH_BYTES } from '../proofs/hashing.js';
import { levelsOf } from '../proofs/tile-layout.js';
import { TILE_WIDTH, tilesInMemory, type TileStore } from './hash-tree.js';

/** Bytes of an event id. */
export const ID_BYTES = 16;
const TILE_BYTES = TILE_WIDTH * HASH_BYTES;
const IDS_BYTES = TILE_WIDTH * ID_BYTES;
const PLACE_BYTES = 8;

/** Where the events of a tile of leaves come from: their ids, and the position of the last of them. */
export interface TileSource {
  readonly ids: Buffer;
  readonly last: number;
}

/** What is kept of the leaves of a ledger, a full tile at a time. All of it can be made again from the ledger. */
export interface LeafStore extends TileStore {
  /** Full tiles of leaves that are kept. */
  readonly tiles: number;
  addSource(source: TileSource): void;
  source(tile: number): TileSource;
  /** Forgets everything. */
  clear(): void;
  close(): void;
}

export function leavesInMemory(): LeafStore {
  let hashes = tilesInMemory();
  let sources: TileSource[] = [];
  return {
    add: (level, tile) => hashes.add(level, tile),
    read: (level, tile) => hashes.read(level, tile),
    get tiles() {
      return sources.length;
    },
    addSource: (source) => void sources.push(source),
    source: (tile) => sources[tile] ?? { ids: Buffer.alloc(0), last: -1 },
    clear: () => {
      hashes = tilesInMemory();
      sources = [];
    },
    close: () => undefined,
  };
}

/**
 * Keeps leaves in a few files of a folder, for one process: one file a level of hashes, one of ids, one of positions. Not synced: what
 * a crash takes is read again from the ledger. Undefined where another process has the folder.
 */
export function leavesInFolder(folder: string): LeafStore | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = openLock(join(folder, 'lock'));
  return lock === undefined ? undefined : new LeafFiles(folder, () => lock.close());
}

class LeafFiles implements LeafStore {
  private readonly files = new Map<string, number>();
  /** Tiles added of each level. */
  private added: number[] = [];
  tiles = 0;

  constructor(
    private readonly folder: string,
    private readonly unlock: () => void,
  ) {
    const whole = (name: string, bytes: number) => Math.floor(fstatSync(this.file(name)).size / bytes);
    const tiles = Math.min(whole('ids', IDS_BYTES), whole('places', PLACE_BYTES), whole('hashes-0', TILE_BYTES));
    for (let level = 0; level < levelsOf(tiles * TILE_WIDTH); level += 1) {
      this.added[level] = Math.floor(tiles / TILE_WIDTH ** level);
      // A level that lags behind those below it was cut: all is made again.
      if (whole(`hashes-${level}`, TILE_BYTES) < (this.added[level] ?? 0)) {
        this.added = [];
        return;
      }
    }
    this.tiles = tiles;
  }

  add(level: number, hashes: Buffer): void {
    const tile = this.added[level] ?? 0;
    writeSync(this.file(`hashes-${level}`), hashes, 0, TILE_BYTES, tile * TILE_BYTES);
    this.added[level] = tile + 1;
  }

  read(level: number, tile: number): Buffer {
    return this.bytes(`hashes-${level}`, tile, TILE_BYTES);
  }

  addSource({ ids, last }: TileSource): void {
    const place = Buffer.alloc(PLACE_BYTES);
    place.writeBigInt64BE(BigInt(last));
    writeSync(this.file('ids'), ids, 0, IDS_BYTES, this.tiles * IDS_BYTES);
    writeSync(this.file('places'), place, 0, PLACE_BYTES, this.tiles * PLACE_BYTES);
    this.tiles += 1;
  }

  source(tile: number): TileSource {
    const last = Number(this.bytes('places', tile, PLACE_BYTES).readBigInt64BE());
    return { ids: this.bytes('ids', tile, IDS_BYTES), last };
  }

  clear(): void {
    this.added = [];
    this.tiles = 0;
  }

  close(): void {
    for (const file of this.files.values()) closeSync(file);
    this.files.clear();
    this.unlock();
  }

  private bytes(name: string, tile: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    const read = readSync(this.file(name), bytes, 0, length, tile * length);
    if (read !== length) throw new Error(`The file ${name} of the leaves breaks off`);
    return bytes;
  }

  private file(name: string): number {
    const known = this.files.get(name);
    if (known !== undefined) return known;
    const path = join(this.folder, name);
    closeSync(openSync(path, 'a', 0o600));
    const opened = openSync(path, 'r+');
    this.files.set(name, opened);
    return opened;
  }
}
