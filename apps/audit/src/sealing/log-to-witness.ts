import { GrowingRoot, hashTilePath, TILE_WIDTH, tilesOf } from '@uitkomst/ledger';
import { type Checkpoint, growsFrom, hexToBytes, parseCheckpoint, parseNote } from '@uitkomst/ledger/verify';
import { z } from 'zod';
import { EXIT, Stop } from '../exit.js';
import { CHECKPOINT_FILE, KEYS_FILE, readFolderFile } from '../export-folder/manifest.js';
import { readOptional } from '../export-folder/folder-reader.js';

/** What a witness asks of a log: its newest checkpoint, its keys, and whether it only grew. */
export interface LogToWitness {
  readonly checkpoint: string;
  /** Public keys, each vouched for by the one before; a trusted one must be among them. */
  readonly keys: string | undefined;
  growsFrom(older: Checkpoint, newer: Checkpoint): Promise<boolean>;
}

/** An exported folder: the tree is made again from its tiles, at both sizes. */
export function logInFolder(folder: string): LogToWitness {
  return {
    checkpoint: readFolderFile(folder, CHECKPOINT_FILE).toString('utf8'),
    keys: readOptional(folder, KEYS_FILE),
    growsFrom: (older, newer) => {
      const tree = GrowingRoot.empty();
      let fits = older.size > 0 || tree.root().equals(older.root);
      for (const hash of hashesIn(folder, newer.size)) {
        tree.append(hash);
        if (tree.size === older.size) fits = tree.root().equals(older.root);
      }
      return Promise.resolve(fits && tree.root().equals(newer.root));
    },
  };
}

function* hashesIn(folder: string, size: number): Generator<Buffer> {
  const { full, rest } = tilesOf(0, size);
  for (let tile = 0; tile < full + Math.sign(rest); tile += 1) {
    const hashes = readFolderFile(folder, hashTilePath(0, tile, tile < full ? TILE_WIDTH : rest));
    for (let at = 0; at < hashes.length; at += 32) yield hashes.subarray(at, at + 32);
  }
}

const SealBody = z.looseObject({ size: z.int(), checkpoint: z.string(), consistency: z.array(z.string()).optional() });
const Seals = z.looseObject({ results: z.array(SealBody) });
const Keys = z.looseObject({ results: z.array(z.string()) });

/** A running application: it gives a proof of consistency, and the witness checks it. */
export async function logAtAddress(address: string): Promise<LogToWitness> {
  const [newest] = Seals.parse(await asked(`${address}/zegels?pageSize=1`)).results;
  if (newest === undefined) throw new Stop(EXIT.UNREADABLE, `${address} has sealed nothing yet`);
  return {
    checkpoint: newest.checkpoint,
    keys: Keys.parse(await asked(`${address}/zegelsleutels`)).results.join('\n'),
    growsFrom: async (older, newer) => {
      const seal = SealBody.parse(await asked(`${address}/zegels/${newer.size}?fromSize=${older.size}`));
      const hashes = (seal.consistency ?? []).map((hash) => hexToBytes(hash));
      return (
        Buffer.from(parseCheckpoint(parseNote(seal.checkpoint).text).root).equals(newer.root) &&
        growsFrom(older.root, newer.root, { from: older.size, size: newer.size, hashes })
      );
    },
  };
}

async function asked(url: string): Promise<unknown> {
  try {
    const answer = await fetch(url, { headers: { accept: 'application/json' } });
    if (answer.ok) return await answer.json();
    throw new Stop(EXIT.UNREACHABLE, `${url} answers ${answer.status}`);
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(EXIT.UNREACHABLE, `${url} cannot be reached`, { cause: error });
  }
}
