import { keyNamed, readVaultKeys, withNewKey, withOnly, type VaultKeys } from './vault-keys.js';

/**
 * The keys of a file as this process knows them. Another process may change them meanwhile: a key that is not known is looked for in the
 * file again, and who keeps something new asks for the latest, inside the lock in which keys are changed.
 */
export class KeyRing {
  constructor(
    private readonly path: string,
    private keys: VaultKeys,
  ) {}

  get known(): VaultKeys {
    return this.keys;
  }

  /** The keys as they stand in the file now. */
  latest(): VaultKeys {
    return (this.keys = readVaultKeys(this.path) ?? this.keys);
  }

  /** Keys with this one among them; throws where it is nowhere. */
  holding(keyId: string): VaultKeys {
    const keys = this.keys.keys.has(keyId) ? this.keys : this.latest();
    keyNamed(keys, keyId);
    return keys;
  }

  /** A new current key beside those there are, on disk before anything is kept under it. */
  add(): VaultKeys {
    return (this.keys = withNewKey(this.path, this.latest()));
  }

  /** Forgets every key but the current one and these. */
  keepOnly(used: ReadonlySet<string>): void {
    this.keys = withOnly(this.path, this.latest(), used);
  }
}
