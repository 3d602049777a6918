import {
  entriesPath,
  entryBundle,
  forgetful,
  HashTree,
  hashTilePath,
  levelsOf,
  TILE_WIDTH,
  tilesOf,
  type StoredEvent,
} from '@uitkomst/ledger';
import { FolderFault, type Manifest, readFolderFile } from '../export-folder/manifest.js';
import { Findings } from './finding.js';
import { hashMadeOf, type SoundTile, type Source } from './source.js';

/**
 * What is wrong with the tiles if the events are right. A harmed tile of leaves makes all tiles above it look wrong where its own hashes
 * are believed: whichever leaves fewer faults is told, so that no tile is blamed for another.
 */
export async function tilesAsEventsMakeThem(folder: string, manifest: Manifest, source: Source): Promise<Findings> {
  const findings = new Findings();
  const tiles = new TileCheck(folder, manifest, findings);
  for await (const event of source.leaves()) tiles.add(event, hashMadeOf(source, event));
  tiles.end();
  return findings;
}

/** Compares every tile above the leaves, and those at the edge of the sealed tree, with what the leaves make of them. */
export class TileCheck {
  private readonly tree: HashTree;
  private readonly added: number[] = [];
  private edge: string[] = [];

  constructor(
    private readonly folder: string,
    private readonly manifest: Manifest,
    private readonly findings: Findings,
  ) {
    const add = (level: number, hashes: Buffer): void => {
      const tile = this.added[level] ?? 0;
      this.added[level] = tile + 1;
      this.compare(hashTilePath(level, tile), hashes, level > 0);
    };
    this.tree = new HashTree({ ...forgetful, add });
  }

  add(event: StoredEvent, hash: Buffer): void {
    if (this.tree.size % TILE_WIDTH === 0) this.edge = [];
    this.edge.push(event.bytes.leaf);
    this.tree.append(hash);
    if (this.tree.size === this.manifest.sealed) this.edges();
  }

  /** Tiles of leaves that are in order, and end no seal within them. */
  addTile({ hashes, root }: SoundTile): void {
    this.tree.appendTile(hashes, root);
    this.edge = [];
    if (this.tree.size === this.manifest.sealed) this.edges();
  }

  end(): void {
    if (this.manifest.sealed !== this.manifest.leaves) this.edges();
  }

  private edges(): void {
    const { size } = this.tree;
    for (let level = 0; level < levelsOf(size); level += 1) {
      const { full, rest } = tilesOf(level, size);
      if (rest > 0) this.compare(hashTilePath(level, full, rest), this.tree.tile(level, full), true);
    }
    const { full, rest } = tilesOf(0, size);
    if (rest > 0 && size < this.manifest.leaves) this.compare(entriesPath(full, rest), entryBundle(this.edge), true);
  }

  /** Full tiles of leaves are compared hash by hash elsewhere; here only whether they are there. */
  private compare(place: string, expected: Buffer, bytes: boolean): void {
    try {
      const found = readFolderFile(this.folder, place);
      if (found.length !== expected.length || (bytes && !found.equals(expected)))
        this.findings.add({ kind: 'TILE', place, what: 'is not what its events make of it' });
    } catch (error) {
      if (!(error instanceof FolderFault)) throw error;
      this.findings.add({ kind: 'TILE', place, what: error.reason });
    }
  }
}
