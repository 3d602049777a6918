import { isAscii } from 'node:buffer';
import { hash } from 'node:crypto';
import { entriesPath, hashTilePath, rootOfTile, saysSo, storedPath, TILE_WIDTH } from '@uitkomst/ledger';
import { readFolderFile } from '../export-folder/manifest.js';
import { isStoredLine, objectIn } from '../export-folder/stored-line.js';
import type { SoundTile } from './source.js';

const HASH_BYTES = 32;
const HEX = 2 * HASH_BYTES;
const LENGTH_BYTES = 2;

/** A full tile of an exported folder, if everything in it is in order; else it is looked at again event by event, to say what is wrong. */
export function lookAtTile(folder: string, tile: number): SoundTile | undefined {
  try {
    return looked(folder, tile);
  } catch {
    return undefined; // A file that cannot be read, a name that is none: told by whoever looks event by event.
  }
}

/** No byte is copied or decoded twice, since millions of events are looked at: leaves are hashed and read where they lie. */
function looked(folder: string, tile: number): SoundTile | undefined {
  const hashes = readFolderFile(folder, hashTilePath(0, tile));
  const lines = readFolderFile(folder, storedPath(tile)).toString('utf8').split('\n');
  const bundle = readFolderFile(folder, entriesPath(tile));
  const places = placesIn(bundle);
  // A leaf in which bytes are not characters is for the slow way.
  if (places === undefined || hashes.length !== TILE_WIDTH * HASH_BYTES || !isAscii(bundle)) return undefined;
  if (lines.length !== TILE_WIDTH + 1 || lines[TILE_WIDTH] !== '') return undefined;
  const text = bundle.toString('latin1');
  const kept = hashes.toString('hex');
  const streams: string[] = [];
  const revisions: number[] = [];
  for (const [index, { from, to }] of places.entries()) {
    const line = objectIn(lines[index] ?? '');
    if (!isStoredLine(line) || line.leafHash.length !== HEX || !kept.startsWith(line.leafHash, index * HEX))
      return undefined;
    // The byte before a leaf is 0 by now: the prefix that its hash begins with.
    const isHashed = hash('sha256', bundle.subarray(from - 1, to), 'hex') === line.leafHash;
    if (!isHashed || !saysSo({ text, from, to }, line, line)) return undefined;
    streams.push(line.stream);
    revisions.push(line.revision);
  }
  return { hashes, root: rootOfTile(hashes), streams, revisions };
}

/** Where the entries of a bundle stand; the lengths before them are overwritten with 0. */
function placesIn(bundle: Buffer): readonly { readonly from: number; readonly to: number }[] | undefined {
  const places: { from: number; to: number }[] = [];
  for (let at = 0; at < bundle.length;) {
    const from = at + LENGTH_BYTES;
    const to = from + bundle.readUInt16BE(at);
    bundle.writeUInt16BE(0, at);
    places.push({ from, to });
    at = to;
  }
  return places.length === TILE_WIDTH && places.at(-1)?.to === bundle.length ? places : undefined;
}
