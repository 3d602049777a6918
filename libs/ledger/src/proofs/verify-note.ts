import { concatBytes, utf8ToBytes } from './hashing.js';
import { type Note, type NoteSignature, type VerifierKey } from './note.js';

const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

/** What is said of a signature under a note. */
export type SignatureVerdict =
  | { readonly kind: 'good'; readonly key: VerifierKey; /** When a witness saw it. */ readonly seenAt?: string }
  /** Made with a key we know, but not over this text. */
  | { readonly kind: 'bad'; readonly key: VerifierKey }
  /** Of a key we were not given. */
  | { readonly kind: 'unknown'; readonly name: string; readonly keyId: string };

/** Checks one signature of a note against the keys one trusts. */
export async function judgeSignature(
  text: string,
  signed: NoteSignature,
  keys: readonly VerifierKey[],
): Promise<SignatureVerdict> {
  const key = keys.find(({ name, keyId }) => name === signed.name && keyId === signed.keyId);
  if (key === undefined) return { kind: 'unknown', name: signed.name, keyId: signed.keyId };
  const { message, signature, seenAt } = signedBytes(text, signed.signature, key);
  const good = signature.length === SIGNATURE_BYTES && (await isSignature(key.publicKey, message, signature));
  return good ? { kind: 'good', key, ...(seenAt !== undefined && { seenAt }) } : { kind: 'bad', key };
}

/** Checks all signatures of a note; those of unknown keys say nothing for or against it. */
export const judgeNote = ({ text, signatures }: Note, keys: readonly VerifierKey[]): Promise<SignatureVerdict[]> =>
  Promise.all(signatures.map((signed) => judgeSignature(text, signed, keys)));

/** Whether at least one trusted key signed the note, and none of them signed something else. */
export async function isSignedBy(note: Note, keys: readonly VerifierKey[]): Promise<boolean> {
  const verdicts = await judgeNote(note, keys);
  return verdicts.some(({ kind }) => kind === 'good') && verdicts.every(({ kind }) => kind !== 'bad');
}

/** A witness signs the text with the time at which it saw it, and gives that time with its signature (C2SP tlog-cosignature). */
export const cosignedText = (text: string, seconds: number): string => `cosignature/v1\ntime ${seconds}\n${text}`;

function signedBytes(
  text: string,
  blob: Uint8Array,
  { kind }: VerifierKey,
): { readonly message: Uint8Array; readonly signature: Uint8Array; readonly seenAt?: string } {
  if (kind === 'log') return { message: utf8ToBytes(text), signature: blob };
  if (blob.length !== TIME_BYTES + SIGNATURE_BYTES) return { message: utf8ToBytes(text), signature: new Uint8Array() };
  const seconds = Number(new DataView(blob.buffer, blob.byteOffset).getBigUint64(0));
  const message = utf8ToBytes(cosignedText(text, seconds));
  return { message, signature: blob.slice(TIME_BYTES), seenAt: instantOf(seconds) };
}

const SECONDS_MAX = 8_640_000_000_000; // The last date there is.
const instantOf = (seconds: number): string => new Date(Math.min(seconds, SECONDS_MAX) * 1000).toISOString();

/** What a witness adds to a note: the time before its signature. */
export function cosignatureBytes(seconds: number, signature: Uint8Array): Uint8Array {
  const time = new Uint8Array(TIME_BYTES);
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds));
  return concatBytes(time, signature);
}

/** Ed25519 by the platform: Node and browsers alike. */
async function isSignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const { subtle } = globalThis.crypto;
  try {
    const key = await subtle.importKey('raw', Uint8Array.from(publicKey), { name: 'Ed25519' }, false, ['verify']);
    return await subtle.verify({ name: 'Ed25519' }, key, Uint8Array.from(signature), Uint8Array.from(message));
  } catch {
    return false; // Not a key at all.
  }
}
