import {
  bytesToHex,
  changedParts,
  hexToBytes,
  includes,
  isSignedBy,
  leafHashOf,
  parseCheckpoint,
  parseNote,
  utf8ToBytes,
} from '@uitkomst/ledger/verify';
import type { Schema } from '../../shell/api/client.js';
import { publishedKeys } from './published-keys.js';

type Proof = Schema<'EventProof'>;

/** What is computed again, one after the other: each rests on the one before. */
export type Step = 'ASKED' | 'CONTENT' | 'LEAF' | 'PLACE' | 'SEAL';

export interface CheckedEvent {
  readonly steps: readonly { readonly step: Step; readonly holds: boolean }[];
  /** What the event says, out of the very parts that were checked. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly actor: { readonly id?: string; readonly role?: string };
}

interface Header {
  readonly id: string;
  readonly type: string;
  readonly recordedAt: string;
}

const ACTOR = 'actor';

/** Checks, with nothing but what the server sent and its published keys, that an event stands in the sealed ledger as it is shown. */
export async function checkEvent(eventId: string, proof: Proof, keys: readonly string[]): Promise<CheckedEvent> {
  const { leaf = '', parts = {}, inclusion } = proof;
  const { digests, header } = bodyOf(leaf);
  const note = attempt(() => parseNote(inclusion.checkpoint));
  const steps: Readonly<Record<Step, boolean | Promise<boolean>>> = {
    ASKED: header.id === eventId && header.type === proof.type && header.recordedAt === proof.recordedAt,
    CONTENT: holds(() => isWhole(digests, parts) && changedParts(leaf, parts).length === 0),
    LEAF: bytesToHex(leafHashOf(utf8ToBytes(leaf))) === inclusion.leafHash,
    PLACE: note !== undefined && holds(() => isInTree(note.text, leaf, inclusion)),
    SEAL: note !== undefined && isSignedBy(note, await publishedKeys(keys)),
  };
  const checked = Object.entries(steps) as [Step, boolean | Promise<boolean>][];
  return {
    steps: await Promise.all(checked.map(async ([step, held]) => ({ step, holds: await held }))),
    fields: Object.assign({}, ...namesOf(digests).map((name) => jsonOf(parts[name]?.text))) as CheckedEvent['fields'],
    actor: jsonOf(parts[ACTOR]?.text),
  };
}

type Parts = NonNullable<Proof['parts']>;
type Digests = Readonly<Record<string, string>>;

const namesOf = (digests: Digests): string[] => Object.keys(digests);

/** Nothing is left out: each digest in the leaf has its part. */
const isWhole = (digests: Digests, parts: Parts): boolean =>
  [...namesOf(digests), ACTOR].every((name) => name in parts);

function isInTree(text: string, leaf: string, { leafIndex, size, hashes }: Proof['inclusion']): boolean {
  const checkpoint = parseCheckpoint(text);
  const proof = { index: leafIndex, size, hashes: hashes.map(hexToBytes) };
  return checkpoint.size === size && includes(checkpoint.root, proof, leafHashOf(utf8ToBytes(leaf)));
}

function bodyOf(leaf: string): { readonly digests: Digests; readonly header: Header } {
  const { digests = {}, header = { id: '', type: '', recordedAt: '' } } = jsonOf(leaf) as {
    readonly digests?: Digests;
    readonly header?: Header;
  };
  return { digests, header };
}

const jsonOf = (text: string | undefined): object => attempt(() => JSON.parse(text ?? '{}') as object) ?? {};

/** What is misshapen does not hold; it is no reason to stop. */
const holds = (check: () => boolean): boolean => attempt(check) ?? false;

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
