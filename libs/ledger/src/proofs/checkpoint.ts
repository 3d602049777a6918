import { fromBase64, HASH_BYTES, toBase64 } from './hashing.js';
import { NoteFault } from './note.js';

/** What a log says of itself at one moment: so many leaves, with this root (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Which log: also the name of the key that signs. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** The text that is signed. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${toBase64(root)}\n`;

/** Reads the text of a checkpoint; throws a {@link NoteFault}. Lines after the third belong to its maker and are not looked at. */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = '', count = '', encoded = ''] = text.split('\n');
  const root = fromBase64(encoded);
  const size = Number(count);
  if (origin === '') throw new NoteFault('A checkpoint begins with the origin of its log');
  if (!/^(?:0|[1-9]\d{0,15})$/.test(count) || !Number.isSafeInteger(size))
    throw new NoteFault(`The second line of a checkpoint is a number of leaves, not ${count}`);
  if (root?.length !== HASH_BYTES) throw new NoteFault(`The third line of a checkpoint is a root hash, not ${encoded}`);
  return { origin, size, root };
}

// What a recovered log is called: the log it continues, with the last root known of it and how many leaves that had.
const CONTINUED = /^(.+)\/after\/(\d+)\/([0-9a-f]{64})$/;

/** The origin of the log that goes on after a backup was put back: it names the last root others may hold of the one before. */
export const continuedOrigin = (last: Checkpoint): string =>
  `${firstOrigin(last.origin)}/after/${last.size}/${[...last.root].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** The last checkpoint of the log that this one continues, if it continues one. */
export function continues(origin: string): { readonly size: number; readonly root: string } | undefined {
  const [, , size, root] = CONTINUED.exec(origin) ?? [];
  return size === undefined || root === undefined ? undefined : { size: Number(size), root };
}

/** The origin at the very beginning, before any recovery. */
export const firstOrigin = (origin: string): string => CONTINUED.exec(origin)?.[1] ?? origin;
