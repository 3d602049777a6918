import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { VaultKeys } from './vault-keys.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Bytes nobody reads without the vault's key: nonce, tag and AES-256-GCM, bound to what they are about. */
export interface Sealed {
  readonly keyId: string;
  readonly bytes: Buffer;
}

const keyFor = ({ keys }: VaultKeys, keyId: string): Buffer => {
  const key = keys.get(keyId);
  if (key === undefined) throw new Error('A key of the vault is missing');
  return Buffer.from(hkdfSync('sha256', key, '', 'uitkomst/bank', 32));
};

/** Seals under the current key; `about` is not secret, but the bytes open for nothing else. */
export function seal(keys: VaultKeys, plain: Buffer, about: string): Sealed {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(keys, keys.current), nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { keyId: keys.current, bytes: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
}

/** Throws where a byte was changed, or the bytes were put in another's place. */
export function unseal(keys: VaultKeys, { keyId, bytes }: Sealed, about: string): Buffer {
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', keyFor(keys, keyId), nonce);
  decipher.setAAD(Buffer.from(about)).setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}
