import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { Documents } from './documents/documents.js';
import { ErasureRegister } from './erasure-register.js';
import { Identities } from './identities.js';
import { LetterCodes } from './letter-codes.js';
import type { Whose } from './person-keys.js';
import { Persons } from './persons.js';
import { keysMadeOnce } from './vault-keys.js';

/**
 * Everything personal there is, in files beside the ledger: who a pseudonym is, and texts and documents about persons. On opening, whoever is in the
 * register of erasures is forgotten again, since the files may have been put back from a backup.
 */
export class Vault {
  readonly identities: Identities;
  readonly persons: Persons;
  readonly erasures: ErasureRegister;
  private readonly hashKey: Buffer;
  private codes: LetterCodes | undefined;
  private kept: Documents | undefined;

  private constructor(
    private readonly folder: string,
    register: string,
  ) {
    this.erasures = ErasureRegister.open(register);
    this.identities = Identities.open(folder);
    try {
      this.hashKey = hashKeyIn(folder);
      this.persons = Persons.open(folder);
    } catch (error) {
      this.identities.close();
      throw error;
    }
  }

  /** Opens, or makes, the vault of a folder; the register is outside every backup. */
  static open(folder: string, register: string): Vault {
    const vault = new Vault(folder, register);
    for (const whose of vault.erasures.all()) vault.forget(whose);
    return vault;
  }

  /**
   * A hash that only this vault can make, of what was received: a command may hold a BSN or words, and a hash that everybody can make
   * would let everybody guess them from the ledger. The same parts give the same hash, for ever.
   */
  hashOf(...parts: readonly string[]): string {
    const all = parts.map((part) => `${part.length}:${part}`).join(''); // Lengths keep parts from running into each other.
    return createHmac('sha256', this.hashKey).update(all).digest('hex');
  }

  /** With which clients sign in; opened when first asked for. */
  get letterCodes(): LetterCodes {
    this.codes ??= LetterCodes.open(this.folder, (...parts) => this.hashOf(...parts));
    return this.codes;
  }

  /** Bewijsstukken; opened when first asked for. */
  get documents(): Documents {
    this.kept ??= Documents.open(this.folder);
    return this.kept;
  }

  /** The register first: from then on no restored backup brings the person back. Once more does no harm. */
  forget(whose: Whose): void {
    this.erasures.add(whose);
    this.identities.erase(whose.personRef);
    this.persons.erase(whose);
    this.documents.erase(whose);
    this.letterCodes.erase(whose);
  }

  close(): void {
    this.codes?.close();
    this.kept?.close();
    this.persons.close();
    this.identities.close();
  }
}

/** Never changed: a retry must have the hash of the first attempt. */
function hashKeyIn(folder: string): Buffer {
  const path = join(folder, 'hash.key');
  const { current, keys } = keysMadeOnce(path);
  const key = keys.get(current);
  if (key === undefined) throw new Error(`${path} does not hold its current key`);
  return key;
}
