import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  entriesPath,
  entryBundle,
  forgetful,
  HashTree,
  hashTilePath,
  levelsOf,
  storedPath,
  TILE_WIDTH,
  tilesOf,
  type StoredEvent,
} from '@uitkomst/ledger';
import { CHECKPOINT_FILE, KEYS_FILE, type Manifest, MANIFEST_FILE, manifestText, SEALS_FILE } from './manifest.js';
import { storedLine } from './stored-line.js';

const HASH_BYTES = 32;

/** Writes a ledger as a folder of static files: tiles and entries in the layout of C2SP, and beside them what was stored. */
export class FolderWriter {
  private readonly tree: HashTree;
  private readonly made = new Set<string>();
  private leaves: string[] = [];
  private lines: string[] = [];
  private seals: string[] = [];

  /** A tree of `sealed` leaves is also written as it then was, because that is the tree whose root is signed. */
  constructor(
    private readonly folder: string,
    private readonly sealed: number,
  ) {
    const added: number[] = [];
    const add = (level: number, hashes: Buffer) => {
      const tile = added[level] ?? 0;
      added[level] = tile + 1;
      this.write(hashTilePath(level, tile), hashes);
    };
    this.tree = new HashTree({ ...forgetful, add }); // A tile that was written is not asked for again.
  }

  /** The next event that is no seal. */
  add(event: StoredEvent): void {
    this.leaves.push(event.bytes.leaf);
    this.lines.push(`${JSON.stringify(storedLine(event))}\n`);
    this.tree.append(hashOf(event));
    if (this.leaves.length === TILE_WIDTH) this.finishTile();
    if (this.tree.size === this.sealed) this.writeEdge();
  }

  /** The next seal. */
  addSeal(event: StoredEvent): void {
    this.seals.push(`${JSON.stringify({ ...storedLine(event), leaf: event.bytes.leaf })}\n`);
  }

  /** Writes what is left, and says what the folder holds. */
  finish({ checkpoint, keys }: { readonly checkpoint?: string; readonly keys?: string }): Manifest {
    this.writeEdge();
    if (this.lines.length > 0) this.write(storedPath(tilesOf(0, this.tree.size).full), this.lines.join(''));
    this.write(SEALS_FILE, this.seals.join(''));
    if (checkpoint !== undefined) this.write(CHECKPOINT_FILE, checkpoint);
    if (keys !== undefined) this.write(KEYS_FILE, keys);
    const { size } = this.tree;
    const root = this.tree.root().toString('hex');
    const manifest: Manifest = { format: 1, leaves: size, seals: this.seals.length, sealed: this.sealed, root };
    this.write(MANIFEST_FILE, manifestText(manifest));
    return manifest;
  }

  private finishTile(): void {
    const tile = this.tree.size / TILE_WIDTH - 1;
    this.write(entriesPath(tile), entryBundle(this.leaves));
    this.write(storedPath(tile), this.lines.join(''));
    this.leaves = [];
    this.lines = [];
  }

  /** The tiles at the right edge, as far as they go. */
  private writeEdge(): void {
    const { size } = this.tree;
    for (let level = 0; level < levelsOf(size); level += 1) {
      const { full, rest } = tilesOf(level, size);
      if (rest > 0) this.write(hashTilePath(level, full, rest), this.tree.tile(level, full));
    }
    if (this.leaves.length > 0)
      this.write(entriesPath(Math.floor(size / TILE_WIDTH), this.leaves.length), entryBundle(this.leaves));
  }

  private write(path: string, content: string | Buffer): void {
    const file = join(this.folder, path);
    const parent = dirname(file);
    if (!this.made.has(parent)) mkdirSync(parent, { recursive: true, mode: 0o700 });
    this.made.add(parent);
    writeFileSync(file, content, { mode: 0o600 });
  }
}

/** A leaf hash that is none is written as nothing, and found by whoever verifies. */
function hashOf({ leafHash }: StoredEvent): Buffer {
  const hash = Buffer.from(leafHash, 'hex');
  return hash.length === HASH_BYTES ? hash : Buffer.alloc(HASH_BYTES);
}
