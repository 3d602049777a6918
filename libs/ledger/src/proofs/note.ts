import { bytesToHex, concatBytes, fromBase64, sha256Of, toBase64, utf8ToBytes } from './hashing.js';

/** One signature under a note: who signed, which of its keys, and the signature as that kind of key makes it. */
export interface NoteSignature {
  readonly name: string;
  /** Four bytes, hexadecimal. */
  readonly keyId: string;
  readonly signature: Uint8Array;
}

/** A signed note (C2SP signed-note): a text with signatures below. */
export interface Note {
  /** Ends with a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A text is not what its format says; `message` names what is wrong. */
export class NoteFault extends Error {
  override readonly name = 'NoteFault';
}

/** A log signs checkpoints; a witness adds the time at which it saw one (C2SP tlog-cosignature). */
export type KeyKind = 'log' | 'witness';
const KINDS: Readonly<Record<KeyKind, number>> = { log: 1, witness: 4 };

/** The public half of a key, as it is handed out: `<name>+<key id>+<base64>`. */
export interface VerifierKey {
  readonly name: string;
  readonly keyId: string;
  readonly kind: KeyKind;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
}

const NAME = /^[^\s+]+$/u;
const DASH = '\u2014 ';
const SIGNATURES_MAX = 100;
const KEY_ID_BYTES = 4;

/** The name that a key has in signatures: the first four bytes of SHA-256(name ‖ newline ‖ kind ‖ public key). */
export function keyIdOf(name: string, kind: KeyKind, publicKey: Uint8Array): string {
  const hashed = sha256Of(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(KINDS[kind]), publicKey));
  return bytesToHex(hashed.slice(0, KEY_ID_BYTES));
}

export function verifierKey(name: string, kind: KeyKind, publicKey: Uint8Array): VerifierKey {
  if (!NAME.test(name)) throw new NoteFault(`A key has a name without spaces and plus signs, not ${name}`);
  return { name, kind, publicKey, keyId: keyIdOf(name, kind, publicKey) };
}

export const verifierKeyText = ({ name, keyId, kind, publicKey }: VerifierKey): string =>
  `${name}+${keyId}+${toBase64(concatBytes(Uint8Array.of(KINDS[kind]), publicKey))}`;

/** Reads `<name>+<key id>+<base64>`; throws a {@link NoteFault} that repeats nothing: who names the wrong file may name a secret. */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name = '', keyId = '', encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text.trim()) ?? [];
  const bytes = fromBase64(encoded);
  const kind = (['log', 'witness'] as const).find((one) => KINDS[one] === bytes?.[0]);
  if (name === '' || bytes?.length !== 33 || kind === undefined)
    throw new NoteFault('This is no public key of a log or witness (<name>+<key id>+<base64>), nor a file of them');
  const key = verifierKey(name, kind, bytes.slice(1));
  if (key.keyId !== keyId) throw new NoteFault(`The key id of ${name} should be ${key.keyId}, not ${keyId}`);
  return key;
}

export const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `${DASH}${name} ${toBase64(concatBytes(bytesOfId(keyId), signature))}\n`;

export const noteText = ({ text, signatures }: Note): string => `${text}\n${signatures.map(signatureLine).join('')}`;

/** Reads a signature line, with its newline or without; throws a {@link NoteFault}. */
export function parseSignatureLine(line: string): NoteSignature {
  const [, name = '', encoded = ''] = /^\u2014 ([^\s+]+) (\S+)\n?$/u.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (name === '' || bytes === undefined || bytes.length <= KEY_ID_BYTES)
    throw new NoteFault(`Not a signature line: ${line.trimEnd()}`);
  return { name, keyId: bytesToHex(bytes.slice(0, KEY_ID_BYTES)), signature: bytes.slice(KEY_ID_BYTES) };
}

// Everything below a space but the newline, and what is left of bytes that were no UTF-8.
const UNFIT = /[\u0000-\u0009\u000b-\u001f\ufffd]/u; // eslint-disable-line no-control-regex

/** Reads a signed note; throws a {@link NoteFault}. */
export function parseNote(whole: string): Note {
  const split = whole.lastIndexOf('\n\n');
  if (split < 0 || UNFIT.test(whole) || !whole.endsWith('\n')) throw new NoteFault('This is no signed note');
  const lines = whole.slice(split + 2).split('\n');
  lines.pop(); // After the last newline.
  if (lines.length === 0 || lines.length > SIGNATURES_MAX)
    throw new NoteFault(`A signed note has 1 to ${SIGNATURES_MAX} signatures, not ${lines.length}`);
  return { text: whole.slice(0, split + 1), signatures: lines.map(parseSignatureLine) };
}

function bytesOfId(keyId: string): Uint8Array {
  return Uint8Array.from(keyId.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
