import { createPrivateKey, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto';
import { fromBase64, toBase64 } from '../proofs/hashing.js';
import { type KeyKind, NoteFault, type NoteSignature, verifierKey, type VerifierKey } from '../proofs/note.js';
import { cosignatureBytes, cosignedText } from '../proofs/verify-note.js';

const SEED_BYTES = 32;
/** Before the 32 bytes of an Ed25519 private key in PKCS #8, and of a public one in SPKI. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_BYTES = 12;

/** The private half of a key: signs texts as notes are signed. */
export interface SigningKey {
  readonly verifier: VerifierKey;
  sign(text: string): NoteSignature;
  /** The same, off the main thread: for who signs while others are waited upon. */
  signAside(text: string): Promise<NoteSignature>;
  /** What is kept secret: `PRIVATE+KEY+<name>+<key id>+<base64>`, as Go's note package has it. */
  readonly secret: string;
}

export const newSigningKey = (name: string, kind: KeyKind = 'log'): SigningKey =>
  signingKey(name, kind, randomBytes(SEED_BYTES));

/** Reads `PRIVATE+KEY+<name>+<key id>+<base64>`; throws a {@link NoteFault} that does not repeat the secret. */
export function parseSigningKey(text: string): SigningKey {
  const [, name = '', keyId = '', encoded = ''] =
    /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text.trim()) ?? [];
  const bytes = fromBase64(encoded);
  const kind: KeyKind = bytes?.[0] === 4 ? 'witness' : 'log';
  if (bytes?.length !== 1 + SEED_BYTES || (bytes[0] !== 1 && bytes[0] !== 4))
    throw new NoteFault('This is no private key of a log or witness');
  const key = signingKey(name, kind, bytes.slice(1));
  if (key.verifier.keyId !== keyId) throw new NoteFault(`The private key of ${name} is damaged`);
  return key;
}

function signingKey(name: string, kind: KeyKind, seed: Uint8Array): SigningKey {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const verifier = verifierKey(name, kind, Uint8Array.from(spki.subarray(SPKI_BYTES)));
  const signed = (signature: Uint8Array): NoteSignature => ({ name, keyId: verifier.keyId, signature });
  const kindByte = Uint8Array.of(kind === 'log' ? 1 : 4);
  return {
    verifier,
    sign: (text) => signed(sign(null, Buffer.from(text), key)),
    signAside: async (text) => signed(await signedAside(text, key)),
    secret: `PRIVATE+KEY+${name}+${verifier.keyId}+${toBase64(Buffer.concat([kindByte, seed]))}`,
  };
}

function signedAside(text: string, key: KeyObject): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    sign(null, Buffer.from(text), key, (error, signature) => (error === null ? resolve(signature) : reject(error)));
  });
}

/** A witness signs what it saw at a time, in seconds since 1970. */
export function cosign(key: SigningKey, text: string, seconds: number): NoteSignature {
  const { name, keyId, signature } = key.sign(cosignedText(text, seconds));
  return { name, keyId, signature: cosignatureBytes(seconds, signature) };
}
