import { ErasureRegister } from './erasure-register.js';
import { Identities } from './identities.js';
import type { Whose } from './person-keys.js';
import { Persons } from './persons.js';

/**
 * Everything personal there is, in files beside the ledger: who a pseudonym is, and texts about persons. On opening, whoever is in the
 * register of erasures is forgotten again, since the files may have been put back from a backup.
 */
export class Vault {
  private constructor(
    readonly identities: Identities,
    readonly persons: Persons,
    readonly erasures: ErasureRegister,
  ) {}

  static open(folder: string, register: string): Vault {
    const erasures = ErasureRegister.open(register);
    const identities = Identities.open(folder);
    try {
      const vault = new Vault(identities, Persons.open(folder), erasures);
      for (const whose of erasures.all()) vault.forget(whose);
      return vault;
    } catch (error) {
      identities.close();
      throw error;
    }
  }

  /** The register first: from then on no restored backup brings the person back. Once more does no harm. */
  forget(whose: Whose): void {
    this.erasures.add(whose);
    this.identities.erase(whose.personRef);
    this.persons.erase(whose);
  }

  close(): void {
    this.persons.close();
    this.identities.close();
  }
}
