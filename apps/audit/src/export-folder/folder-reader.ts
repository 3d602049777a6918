import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { entriesOf, entriesPath, storedPath, TILE_WIDTH, type StoredEvent } from '@uitkomst/ledger';
import { NoteFault } from '@uitkomst/ledger/verify';
import { FolderFault, jsonOf, type Manifest, readFolderFile, SEALS_FILE } from './manifest.js';
import { isStoredLine, storedEvent, type StoredLine } from './stored-line.js';

/** Up to 256 events of a folder: what the bundle and the file beside it say, one for one. */
export interface FolderTile {
  readonly tile: number;
  readonly events: readonly StoredEvent[];
}

/** The events of one tile of leaves. Throws a {@link FolderFault} naming the file that is not as it should be. */
export function readTile(folder: string, { leaves }: Manifest, tile: number): FolderTile {
  const width = Math.min(TILE_WIDTH, leaves - tile * TILE_WIDTH);
  const entries = readEntries(folder, tile, width);
  const lines = readLines(folder, storedPath(tile));
  if (lines.length !== width) throw new FolderFault(storedPath(tile), `holds ${lines.length} events, not ${width}`);
  const first = tile * TILE_WIDTH;
  return { tile, events: lines.map((line, index) => storedEvent(line, entries[index] ?? '', first + index)) };
}

/** So many tiles may be gone and are looked for one by one. */
const GONE_MAX = 64;

/** More events than this a folder cannot hold by its files, whatever it says of itself. */
export function leavesThatFit(folder: string): number {
  const place = join(folder, dirname(storedPath(0)));
  const files = existsSync(place) ? readdirSync(place, { recursive: true }).length : 0;
  return (files + GONE_MAX) * TILE_WIDTH;
}

export const tilesIn = ({ leaves }: Manifest): number => Math.ceil(leaves / TILE_WIDTH);

function readEntries(folder: string, tile: number, width: number): readonly string[] {
  const path = entriesPath(tile, width);
  try {
    const entries = entriesOf(readFolderFile(folder, path));
    if (entries.length !== width) throw new FolderFault(path, `holds ${entries.length} entries, not ${width}`);
    return entries.map((entry) => entry.toString('utf8'));
  } catch (error) {
    if (error instanceof NoteFault) throw new FolderFault(path, error.message);
    throw error;
  }
}

function readLines(folder: string, path: string): readonly StoredLine[] {
  return linesOf(folder, path).map((text, index) => {
    const line = jsonOf(text, `${path}:${index + 1}`);
    if (!isStoredLine(line)) throw new FolderFault(`${path}:${index + 1}`, 'is no stored event');
    return line;
  });
}

function linesOf(folder: string, path: string): readonly string[] {
  const lines = readFolderFile(folder, path).toString('utf8').split('\n');
  if (lines.pop() !== '') throw new FolderFault(path, 'breaks off in its last line');
  return lines;
}

/** The seals of a folder, with their revision as place. */
export function readSeals(folder: string): readonly StoredEvent[] {
  return linesOf(folder, SEALS_FILE).map((text, index) => {
    const name = `${SEALS_FILE}:${index + 1}`;
    const { leaf, ...line } = (jsonOf(text, name) ?? {}) as { readonly leaf?: unknown };
    if (typeof leaf !== 'string' || !isStoredLine(line)) throw new FolderFault(name, 'is no stored seal');
    return storedEvent(line, leaf, index);
  });
}

/**
 * All events of a folder in one order: each seal right before the first event that was recorded after it, so that time does not go
 * back where the engine keeps seals among the events.
 */
export function* inOrder(folder: string, manifest: Manifest): Generator<StoredEvent> {
  const seals = [...readSeals(folder)];
  let leaves = 0;
  for (let tile = 0; tile < tilesIn(manifest); tile += 1)
    for (const event of readTile(folder, manifest, tile).events) {
      while (seals[0] !== undefined && sealedBefore(seals[0], leaves, event)) yield* seals.splice(0, 1);
      yield event;
      leaves += 1;
    }
  yield* seals;
}

const sealedBefore = (seal: StoredEvent, leaves: number, next: StoredEvent): boolean =>
  sizeOf(seal) <= leaves && seal.recordedAt < next.recordedAt;

function sizeOf({ bytes }: StoredEvent): number {
  const { size } = jsonOf(bytes.open ?? '{}', SEALS_FILE) as { readonly size?: unknown };
  return typeof size === 'number' ? size : 0;
}

/** A file that a folder may lack: nothing was sealed yet, or the keys are handed over apart. */
export const readOptional = (folder: string, name: string): string | undefined =>
  existsSync(join(folder, name)) ? readFolderFile(folder, name).toString('utf8') : undefined;
