import { hkdfSync } from 'node:crypto';
import { openSealed, sealBytes } from './sealed-bytes.js';
import { keyNamed, type VaultKeys } from './vault-keys.js';

/** Bytes nobody reads without the vault's key, and under which of its keys. */
export interface Sealed {
  readonly keyId: string;
  readonly bytes: Buffer;
}

const keyFor = (keys: VaultKeys, keyId: string): Buffer =>
  Buffer.from(hkdfSync('sha256', keyNamed(keys, keyId), '', 'uitkomst/bank', 32));

/** Seals under the current key; `about` is not secret, but the bytes open for nothing else. */
export const seal = (keys: VaultKeys, plain: Buffer, about: string): Sealed => ({
  keyId: keys.current,
  bytes: sealBytes(keyFor(keys, keys.current), plain, about),
});

/** Throws where a byte was changed, or the bytes were put in another's place. */
export const unseal = (keys: VaultKeys, { keyId, bytes }: Sealed, about: string): Buffer =>
  openSealed(keyFor(keys, keyId), bytes, about);
