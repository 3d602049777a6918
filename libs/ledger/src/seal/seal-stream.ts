import { type Actor, SYSTEM } from '@uitkomst/domain';
import { uuidv7 } from 'uuidv7';
import { checkpointText, type Checkpoint } from '../proofs/checkpoint.js';
import { bytesToHex, hexToBytes } from '../proofs/hashing.js';
import { type NoteSignature, parseSignatureLine, signatureLine } from '../proofs/note.js';
import type { Ledger, NewEvent, RecordedEvent } from '../ledger.js';

/** Where the seals of a ledger stand. */
export const SEAL_STREAM = 'seal-ledger';

/** A seal is no leaf: the leaf index counts all events but seals, on every engine. */
export const isSeal = ({ stream }: { readonly stream: string }): boolean => stream.startsWith('seal-');

/** A signed root of the ledger's first `size` events, as it was recorded. */
export interface Seal extends Checkpoint {
  readonly revision: number;
  readonly signature: NoteSignature;
  readonly recordedAt: string;
}

interface TreeHead {
  readonly size: number;
  readonly rootHash: string;
  readonly signature: string;
}

/** What a TreeHeadSigned says; its signature line names the log. Throws a `NoteFault` where that line is none. */
export function sealOf({ payload, revision, recordedAt }: RecordedEvent): Seal {
  const { size, rootHash, signature } = payload as TreeHead;
  const signed = parseSignatureLine(signature);
  return { revision, recordedAt, size, root: hexToBytes(rootHash), signature: signed, origin: signed.name };
}

/** The event that records a signed root. */
export function sealEvent({ size, root }: Checkpoint, signature: NoteSignature): NewEvent {
  const rootHash = bytesToHex(root);
  const payload: TreeHead = { size, rootHash, signature: signatureLine(signature).trimEnd() };
  const actor: Actor = SYSTEM;
  return { id: uuidv7(), type: 'TreeHeadSigned', payload, actor, commandId: uuidv7(), commandHash: rootHash };
}

/** The checkpoint of a seal, as it is handed out. */
export const checkpointOf = (seal: Seal): string => `${checkpointText(seal)}\n${signatureLine(seal.signature)}`;

/** The last seal, undefined where nothing was sealed yet. */
export async function lastSeal(ledger: Ledger): Promise<Seal | undefined> {
  for await (const event of ledger.readStream(SEAL_STREAM, { backwards: true, max: 1 })) return sealOf(event);
  return undefined;
}

/** The first seal over at least so many leaves; they grow with their revision, so a binary search finds it. */
export async function firstSealOver(ledger: Ledger, size: number): Promise<Seal | undefined> {
  const last = await lastSeal(ledger);
  if (last === undefined || last.size < size) return undefined;
  let [before, found] = [-1, last];
  while (before + 1 < found.revision) {
    const middle = Math.floor((before + found.revision) / 2);
    const seal = await sealAt(ledger, middle);
    if (seal.size >= size) found = seal;
    else before = middle;
  }
  return found;
}

async function sealAt(ledger: Ledger, revision: number): Promise<Seal> {
  for await (const event of ledger.readStream(SEAL_STREAM, { from: revision, max: 1 })) return sealOf(event);
  throw new Error(`There is no seal at revision ${revision}`);
}
