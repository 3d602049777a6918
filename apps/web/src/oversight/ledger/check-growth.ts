import {
  growsFrom,
  hexToBytes,
  isSignedBy,
  parseCheckpoint,
  parseNote,
  type Checkpoint,
  type Note,
} from '@uitkomst/ledger/verify';
import { publishedKeys } from '../proof/published-keys.js';

export type GrowthStep = 'OLDER' | 'NEWER' | 'SAME_LOG' | 'GREW';

export interface Growth {
  readonly steps: readonly { readonly step: GrowthStep; readonly holds: boolean }[];
}

interface Seals {
  /** The two seals as signed texts. */
  readonly older: string;
  readonly newer: string;
  /** What the server gives to link them. */
  readonly consistency: readonly string[];
  /** Public keys, the oldest first. */
  readonly keys: readonly string[];
}

/** Checks that the ledger under one seal is the beginning of the ledger under another: nothing was changed, moved or taken out. */
export async function checkGrowth({ older, newer, consistency, keys }: Seals): Promise<Growth> {
  const trusted = await publishedKeys(keys);
  const [first, second] = [read(older), read(newer)];
  const signed = async (seal: Read | undefined): Promise<boolean> =>
    seal !== undefined && (await isSignedBy(seal.note, trusted));
  return {
    steps: [
      { step: 'OLDER', holds: await signed(first) },
      { step: 'NEWER', holds: await signed(second) },
      { step: 'SAME_LOG', holds: first?.checkpoint.origin === second?.checkpoint.origin && first !== undefined },
      { step: 'GREW', holds: first !== undefined && second !== undefined && isLinked(first, second, consistency) },
    ],
  };
}

interface Read {
  readonly note: Note;
  readonly checkpoint: Checkpoint;
}

function read(text: string): Read | undefined {
  try {
    const note = parseNote(text);
    return { note, checkpoint: parseCheckpoint(note.text) };
  } catch {
    return undefined;
  }
}

function isLinked({ checkpoint: older }: Read, { checkpoint: newer }: Read, consistency: readonly string[]): boolean {
  try {
    const hashes = consistency.map(hexToBytes);
    return growsFrom(older.root, newer.root, { from: older.size, size: newer.size, hashes });
  } catch {
    return false;
  }
}
