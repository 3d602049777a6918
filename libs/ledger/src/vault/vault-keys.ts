import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { KeyFileBroken, keysRead } from '../key-file-broken.js';
import { placedOnce, replacedWhole } from '../whole-file.js';

const KEY_BYTES = 32;
const KeyFile = z.strictObject({
  current: z.string(),
  keys: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** The keys persons are looked up with. New persons get the current one; earlier ones stay until nobody is kept under them. */
export interface VaultKeys {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

/** One of the keys; throws where it is not there. */
export function keyNamed({ keys }: VaultKeys, keyId: string): Buffer {
  const key = keys.get(keyId);
  if (key === undefined) throw new Error('A key of the vault is missing');
  return key;
}

/** Undefined when there is no key file yet. */
export function readVaultKeys(path: string): VaultKeys | undefined {
  if (!existsSync(path)) return undefined;
  const { current, keys } = keysRead(path, () => KeyFile.parse(JSON.parse(readFileSync(path, 'utf8'))));
  if (!Object.hasOwn(keys, current)) throw new KeyFileBroken(path);
  return { current, keys: new Map(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'hex')])) };
}

/** Makes a new current key beside those there are, and writes it safely before anyone is kept under it. */
export function withNewKey(path: string, known: VaultKeys | undefined): VaultKeys {
  const current = randomBytes(4).toString('hex');
  return written(path, { current, keys: new Map(known?.keys).set(current, randomBytes(KEY_BYTES)) });
}

/** The keys of a file that is made at the first start and never changed: of two processes that start at once, one makes it. */
export function keysMadeOnce(path: string): VaultKeys {
  const known = readVaultKeys(path);
  if (known !== undefined) return known;
  placedOnce(path, (draft) => withNewKey(draft, undefined));
  return keysMadeOnce(path);
}

/** Forgets the keys that nothing is kept under; the current one stays. */
export const withOnly = (path: string, { current, keys }: VaultKeys, used: ReadonlySet<string>): VaultKeys =>
  written(path, { current, keys: new Map([...keys].filter(([id]) => id === current || used.has(id))) });

function written(path: string, vaultKeys: VaultKeys): VaultKeys {
  const keys = Object.fromEntries([...vaultKeys.keys].map(([id, key]) => [id, key.toString('hex')]));
  replacedWhole(path, JSON.stringify({ current: vaultKeys.current, keys }), 0o600);
  return vaultKeys;
}
