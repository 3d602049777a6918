import { BankVault } from './bank-vault.js';
import { Identities } from './identities.js';
import { Persons } from './persons.js';

/** What a change of keys came to. */
export interface KeysRotated {
  /** Persons whose own key is now kept under the new one. */
  readonly persons: number;
  /** Accounts and payment files that are now sealed under the new one. */
  readonly sealed: number;
  /** Pseudonyms that still go by an earlier key: nobody can move them without the BSN, so each moves when its person is next met. */
  readonly waiting: number;
}

/**
 * Gives the vault of a folder new keys, also while processes work with it. Broken off anywhere nothing is lost: a key goes only when
 * nothing is kept under it any more, so that doing it again finishes it.
 */
export function rotateVaultKeys(folder: string): KeysRotated {
  const identities = Identities.open(folder);
  try {
    const waiting = identities.rotateKey();
    const bank = BankVault.open(folder);
    try {
      const sealed = bank.resealAll();
      identities.forgetKeys((inIdentities) => bank.inLock((inBank) => new Set([...inIdentities, ...inBank])));
      return { persons: rotated(folder), sealed, waiting };
    } finally {
      bank.close();
    }
  } finally {
    identities.close();
  }
}

function rotated(folder: string): number {
  const persons = Persons.open(folder);
  try {
    return persons.rotateKey();
  } finally {
    persons.close();
  }
}
