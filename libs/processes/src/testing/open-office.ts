import { BankVault, Identities, memoryLedger } from '@uitkomst/ledger';
import { manualClock } from '@uitkomst/ledger/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PAY_DAY, PayOffice, recordAgreements } from './pay-office.js';
import { recordTerms } from './town.js';

/** Accounts and payment files in a folder of one spec, which removes it afterwards. */
export function temporaryBankVault(): { readonly vault: BankVault; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bank-'));
  Identities.open(folder).close();
  const vault = BankVault.open(folder);
  return {
    vault,
    remove: () => {
      vault.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The office of a municipality in memory, with what was agreed with Paswerk, on the morning of the day it pays. */
export async function openOffice(vault: BankVault) {
  const clock = manualClock(`${PAY_DAY}T08:00:00Z`);
  const ledger = memoryLedger({ clock });
  await recordTerms(ledger);
  await recordAgreements(ledger, vault);
  return { office: await PayOffice.open(ledger, vault, clock), clock, ledger };
}
