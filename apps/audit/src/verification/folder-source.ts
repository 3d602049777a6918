import { createHash } from 'node:crypto';
import {
  entriesOf,
  entriesPath,
  hashTilePath,
  type Leaf,
  storedPath,
  TILE_WIDTH,
  tilesOf,
  type StoredEvent,
} from '@uitkomst/ledger';
import { NoteFault } from '@uitkomst/ledger/verify';
import { readOptional, tilesIn } from '../export-folder/folder-reader.js';
import { CHECKPOINT_FILE, FolderFault, type Manifest, readFolderFile, SEALS_FILE } from '../export-folder/manifest.js';
import { isStoredLine, objectIn, storedEvent, type StoredLine } from '../export-folder/stored-line.js';
import type { Findings } from './finding.js';
import type { SoundTile, Source } from './source.js';
import { TilesAhead } from './tiles-ahead.js';

const HASH_BYTES = 32;

/** An exported folder. What cannot be read of it is told, and the tiles stand in for the leaves that are lost. */
export class FolderSource implements Source {
  readonly about: number;
  readonly checkpoint: string | undefined;
  private readonly unread = new WeakSet<StoredEvent>();
  private tile: { readonly number: number; readonly hashes: Buffer | undefined } | undefined;

  constructor(
    private readonly folder: string,
    private readonly manifest: Manifest,
    private readonly sealFindings: Findings,
  ) {
    this.about = manifest.leaves;
    this.checkpoint = readOptional(folder, CHECKPOINT_FILE);
  }

  // oxlint-disable-next-line typescript/require-await -- A folder is read at once, a ledger is not.
  async *leaves(): AsyncGenerator<StoredEvent> {
    for (let tile = 0; tile < tilesIn(this.manifest); tile += 1) yield* this.eventsOf(tile, undefined);
  }

  /** Tiles that are in order are looked at ahead, beside each other; only of the others every event is shown. */
  async *pieces(findings: Findings, follows: (tile: SoundTile) => boolean): AsyncGenerator<StoredEvent | SoundTile> {
    const { leaves, sealed } = this.manifest;
    const ahead = new TilesAhead(this.folder, Math.floor(leaves / TILE_WIDTH));
    // Of the tile in which the seal ends its beginning is looked at too.
    const edge = sealed % TILE_WIDTH === 0 ? -1 : Math.floor(sealed / TILE_WIDTH);
    try {
      for (let tile = 0; tile < tilesIn(this.manifest); tile += 1) {
        const sound = await ahead.take(tile);
        if (sound !== undefined && tile !== edge && follows(sound)) yield sound;
        else yield* this.eventsOf(tile, findings);
      }
    } finally {
      await ahead.close();
    }
  }

  seals(): Promise<readonly StoredEvent[]> {
    const seals: StoredEvent[] = [];
    for (const [index, text] of this.linesOf(SEALS_FILE, this.sealFindings).entries()) {
      const { leaf, ...line } = (objectIn(text) ?? {}) as { readonly leaf?: unknown };
      if (typeof leaf === 'string' && isStoredLine(line)) seals.push(storedEvent(line, leaf, index));
      else this.sealFindings.add({ kind: 'CHANGED', place: `${SEALS_FILE}:${index + 1}`, what: 'is no stored seal' });
    }
    return Promise.resolve(seals);
  }

  kept(index: number): Buffer | undefined {
    const number = Math.floor(index / TILE_WIDTH);
    if (this.tile?.number !== number) this.tile = { number, hashes: this.hashesOf(number) };
    const at = (index % TILE_WIDTH) * HASH_BYTES;
    const hash = this.tile.hashes?.subarray(at, at + HASH_BYTES);
    return hash?.length === HASH_BYTES ? hash : undefined;
  }

  lost(event: StoredEvent): boolean {
    return this.unread.has(event);
  }

  private hashesOf(tile: number): Buffer | undefined {
    const { full, rest } = tilesOf(0, this.manifest.leaves);
    try {
      return readFolderFile(this.folder, hashTilePath(0, tile, tile < full ? TILE_WIDTH : rest));
    } catch {
      return undefined; // Told where all tiles are looked at.
    }
  }

  private *eventsOf(tile: number, findings: Findings | undefined): Generator<StoredEvent> {
    const width = Math.min(TILE_WIDTH, this.manifest.leaves - tile * TILE_WIDTH);
    const entries = this.entriesOf(tile, width, findings);
    const lines = this.lines(tile, { entries, width }, findings);
    for (let index = 0; index < width; index += 1) {
      const place = tile * TILE_WIDTH + index;
      const [line, leaf] = [lines[index], entries[index]];
      if (line === undefined || leaf === undefined) yield this.missing(place, leaf);
      else yield storedEvent(line, leaf, place);
    }
  }

  /** An event that cannot be read counts with the hash that is left of it. */
  private missing(place: number, leaf: string | undefined): StoredEvent {
    const hash = this.kept(place)?.toString('hex') ?? '';
    const line = { stream: '', revision: -1, id: '', type: '', recordedAt: '', leafHash: hash, actor: '', salt: '' };
    const event = storedEvent(line, leaf ?? '', place);
    this.unread.add(event);
    return event;
  }

  private entriesOf(tile: number, width: number, findings: Findings | undefined): readonly string[] {
    const place = entriesPath(tile, width);
    try {
      const entries = entriesOf(readFolderFile(this.folder, place)).map((entry) => entry.toString('utf8'));
      if (entries.length !== width)
        findings?.add({ kind: 'TILE', place, what: `holds ${entries.length} entries, not ${width}` });
      return entries.length === width ? entries : [];
    } catch (error) {
      if (!(error instanceof NoteFault || error instanceof FolderFault)) throw error;
      findings?.add({ kind: 'TILE', place, what: error instanceof FolderFault ? error.reason : error.message });
      return [];
    }
  }

  private lines(
    tile: number,
    { entries, width }: { readonly entries: readonly string[]; readonly width: number },
    findings: Findings | undefined,
  ): readonly (StoredLine | undefined)[] {
    const path = storedPath(tile);
    const texts = this.linesOf(path, findings);
    const lines = texts.map((text, index) => {
      const line = objectIn(text);
      if (isStoredLine(line)) return line;
      const event = leafIdOf(entries[index]);
      const place = `${path}:${index + 1}`;
      findings?.add({ kind: 'CHANGED', place, what: 'is no stored event', ...(event !== undefined && { event }) });
      return undefined;
    });
    return lines.length === width ? lines : aligned(lines, { entries, path, findings });
  }

  private linesOf(path: string, findings: Findings | undefined): readonly string[] {
    try {
      const texts = readFolderFile(this.folder, path).toString('utf8').split('\n');
      if (texts.at(-1) === '') texts.pop();
      else findings?.add({ kind: 'SMALLER', place: path, what: 'breaks off in its last line' });
      return texts;
    } catch (error) {
      if (!(error instanceof FolderFault)) throw error;
      findings?.add({ kind: 'SMALLER', place: path, what: error.reason });
      return [];
    }
  }
}

/** Lines put beside their entries by their hash: there are too many of them, or too few. */
function aligned(
  lines: readonly (StoredLine | undefined)[],
  {
    entries,
    path,
    findings,
  }: { readonly entries: readonly string[]; readonly path: string; readonly findings: Findings | undefined },
): readonly (StoredLine | undefined)[] {
  const waiting = new Map(lines.flatMap((line, index) => (line === undefined ? [] : [[index, line] as const])));
  const found = entries.map((entry) => {
    const hash = createHash('sha256').update('\0').update(entry).digest('hex');
    const [index, line] = [...waiting].find(([, one]) => one.leafHash === hash) ?? [];
    if (index !== undefined) waiting.delete(index);
    const event = leafIdOf(entry);
    if (line === undefined)
      findings?.add({ kind: 'SMALLER', place: path, what: 'lacks an event', ...(event !== undefined && { event }) });
    return line;
  });
  for (const [index, { id }] of waiting)
    findings?.add({ kind: 'INSERTED', event: id, place: `${path}:${index + 1}`, what: 'has no leaf' });
  return found;
}

function leafIdOf(leaf: string | undefined): string | undefined {
  const { header } = (objectIn(leaf ?? '') ?? {}) as { readonly header?: Partial<Leaf['header']> };
  return header?.id;
}
