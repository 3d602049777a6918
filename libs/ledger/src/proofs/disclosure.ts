import { parseCheckpoint } from './checkpoint.js';
import { bytesToHex, concatBytes, hexToBytes, leafHashOf, sha256Of, utf8ToBytes } from './hashing.js';
import { NoteFault, parseNote, type VerifierKey } from './note.js';
import { includes } from './proofs.js';
import { isSignedBy } from './verify-note.js';

/** A part of an event that is shown: its text, and the salt of this part alone. */
export interface OpenPart {
  readonly salt: string;
  readonly text: string;
}

/** An event as it is handed over: its leaf with the digests of all parts, the parts that are shown, and its place in the tree. */
export interface DisclosedEvent {
  readonly leaf: string;
  readonly parts: Readonly<Record<string, OpenPart>>;
  readonly index: number;
  readonly hashes: readonly string[];
}

/** Events of a file, of which chosen parts can be read and all can be proven. */
export interface Disclosure {
  readonly checkpoint: string;
  readonly events: readonly DisclosedEvent[];
}

/** The salt of one part: it opens that part's digest and tells nothing of another's. */
export const partSaltOf = (eventSalt: string, part: string): string =>
  bytesToHex(sha256Of(concatBytes(hexToBytes(eventSalt), utf8ToBytes(part))));

/** What an event is made of, as it is stored: each part with a text of its own, under one salt. */
export interface SaltedParts {
  readonly open?: string;
  readonly provider?: string;
  readonly municipality?: string;
  readonly actor: string;
  readonly salt: string;
}

/** The named parts of an event, each with what opens its digest in the leaf. */
export function openParts(
  parts: SaltedParts,
  names: readonly Exclude<keyof SaltedParts, 'salt'>[],
): Readonly<Record<string, OpenPart>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = parts[name];
      return text === undefined ? [] : [[name, { salt: partSaltOf(parts.salt, name), text }]];
    }),
  );
}

/** What is wrong with the parts shown of a leaf: those that are not what was hashed. */
export function changedParts(leaf: string, parts: DisclosedEvent['parts']): readonly string[] {
  const { digests, header } = bodyOf(leaf);
  return Object.entries(parts).flatMap(([name, { salt, text }]) => {
    const digest = bytesToHex(sha256Of(concatBytes(hexToBytes(salt), utf8ToBytes(text))));
    return digest === (name === 'actor' ? header.actor : digests[name]) ? [] : [name];
  });
}

interface LeafBody {
  readonly digests: Readonly<Record<string, string>>;
  readonly header: { readonly id: string; readonly actor: string; readonly revision: number };
}

/** What is wrong with what was handed over; empty where every leaf is in the signed tree and every part shown is the one that was hashed. */
export async function faultsOfDisclosure(
  { checkpoint, events }: Disclosure,
  keys: readonly VerifierKey[],
): Promise<readonly string[]> {
  const note = parseNote(checkpoint);
  if (!(await isSignedBy(note, keys))) return ['The checkpoint is not signed with a trusted key'];
  const { root, size } = parseCheckpoint(note.text);
  const unread = events.flatMap(({ leaf }, revision) =>
    leafIn(leaf) === undefined ? [`The leaf of the event at revision ${revision} of the file cannot be read`] : [],
  );
  if (unread.length > 0) return unread;
  const left = events.findIndex(({ leaf }, revision) => bodyOf(leaf).header.revision !== revision);
  const gap = left < 0 ? [] : [`The event at revision ${left} of the file was left out`];
  return [...gap, ...events.flatMap((event) => faultsOf(event, { root, size }))];
}

function faultsOf(
  { leaf, parts, index, hashes }: DisclosedEvent,
  { root, size }: { readonly root: Uint8Array; readonly size: number },
): readonly string[] {
  const { header } = bodyOf(leaf);
  const proof = { index, size, hashes: hashes.map((hash) => hexToBytes(hash)) };
  const isThere = includes(root, proof, leafHashOf(utf8ToBytes(leaf)));
  return [
    ...(isThere ? [] : [`${header.id} is not in the signed tree`]),
    ...changedParts(leaf, parts).map((name) => `${header.id}: ${name} is not what was hashed`),
  ];
}

function bodyOf(leaf: string): LeafBody {
  const body = leafIn(leaf);
  if (body === undefined) throw new NoteFault('A leaf is no JSON of an event');
  return body;
}

function leafIn(leaf: string): LeafBody | undefined {
  try {
    const body = JSON.parse(leaf) as Partial<LeafBody> | null;
    return body?.header && body.digests && (body as LeafBody);
  } catch {
    return undefined;
  }
}
