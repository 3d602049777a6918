import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KeyFileBroken, keysRead } from '../key-file-broken.js';
import { continuedOrigin, type Checkpoint } from '../proofs/checkpoint.js';
import { type IntroducedKey, introductionText, parsePublicKeys, publicKeysText } from '../proofs/public-keys.js';
import { replacedWhole } from '../whole-file.js';
import { newSigningKey, parseSigningKey, type SigningKey } from './signing-key.js';

export const SECRET_FILE = 'signing-key';
export const PUBLIC_FILE = 'public-keys';
export const TAGS_FILE = 'tag-key';
const TAG_KEY_BYTES = 32;

/** The keys of a log: one that signs, and the public halves of all that ever did. */
export interface SealKeys {
  readonly signing: SigningKey;
  readonly introduced: readonly IntroducedKey[];
  /** Makes the tags by which providers recognise one outflow without knowing whose it is; it never rotates, so tags stay the same. */
  readonly tags: Buffer;
}

/** Keys for a log that has no name yet. */
export function newSealKeys(): SealKeys {
  const signing = newSigningKey(`uitkomst/${randomBytes(8).toString('hex')}`);
  return { signing, introduced: [{ key: signing.verifier }], tags: randomBytes(TAG_KEY_BYTES) };
}

/** Opens the keys in a folder, for this process only; the first time it makes them. */
export function openSealKeys(folder: string): SealKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = join(folder, SECRET_FILE);
  if (!existsSync(secret)) return kept(folder, newSealKeys());
  chmodSync(secret, 0o600);
  const signing = keysRead(secret, () => parseSigningKey(readFileSync(secret, 'utf8')));
  const known = join(folder, PUBLIC_FILE);
  const introduced = keysRead(known, () => parsePublicKeys(readFileSync(known, 'utf8')));
  return { signing, introduced, tags: tagKeyIn(join(folder, TAGS_FILE)) };
}

/** One cut short would make other tags than those that were handed out, and nobody would see it. */
function tagKeyIn(path: string): Buffer {
  const tags = keysRead(path, () => Buffer.from(readFileSync(path, 'utf8'), 'hex'));
  if (tags.length !== TAG_KEY_BYTES) throw new KeyFileBroken(path);
  return tags;
}

/** A new key for the same log, introduced by the one it replaces; what the older signed stays valid. */
export function rotateKey(folder: string): SealKeys {
  const { signing } = openSealKeys(folder);
  return succeeded(folder, newSigningKey(signing.verifier.name));
}

/**
 * After a backup was put back: a new log that names the last checkpoint of the one before, so that it is no fork of it. Events that
 * were recorded after the backup are lost, and this says so to everyone.
 */
export function continueAfter(folder: string, last: Checkpoint): SealKeys {
  return succeeded(folder, newSigningKey(continuedOrigin(last)));
}

function succeeded(folder: string, signing: SigningKey): SealKeys {
  const earlier = openSealKeys(folder);
  const voucher = earlier.signing.sign(introductionText(signing.verifier));
  const introduced = [...earlier.introduced, { key: signing.verifier, voucher }];
  return kept(folder, { ...earlier, signing, introduced });
}

/** The public half first: a key that signs but that nobody knows would make proofs that nobody can check. */
function kept(folder: string, keys: SealKeys): SealKeys {
  replacedWhole(join(folder, TAGS_FILE), keys.tags.toString('hex'), 0o600);
  replacedWhole(join(folder, PUBLIC_FILE), publicKeysText(keys.introduced), 0o644);
  replacedWhole(join(folder, SECRET_FILE), `${keys.signing.secret}\n`, 0o600);
  return keys;
}
