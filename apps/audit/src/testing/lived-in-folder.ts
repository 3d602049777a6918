import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  BankMessages,
  BankVault,
  DeliveryReports,
  openLedger,
  openSealKeys,
  systemClock,
  type KeptDocument,
  type Ledger,
  TraceLog,
  Vault,
  type Whose,
} from '@uitkomst/ledger';
import { sealAll } from '@uitkomst/ledger/testing';
import { MUNICIPALITY, recordedStory } from './recorded-story.js';

export const ANJA = '123456782';
export const WORDS = { recordId: 'words-1', kind: 'WORDS', text: 'Ik werk nu bij de bakker' } as const;
export const PAYSLIP = Buffer.from('%PDF-1.7 loonstrook');
export const ACCOUNT = { municipality: MUNICIPALITY, providerId: 'PASWERK', accountId: 'ACC1' };
export const DETAILS = { iban: 'NL91ABNA0417164300', holder: 'Stichting Paswerk' };
export const PAYMENT_FILE = Buffer.from('<Document/>');
const TOLD = {
  kind: 'PAYSLIP',
  mediaType: 'application/pdf',
  orgId: 'PASWERK',
  role: 'PROVIDER',
  keptAt: '2008-12-01T09:00:00.000Z',
};

/** A data folder as an application that runs has it: everything in it was used, and its files are open. */
export interface LivedInFolder {
  readonly folder: string;
  readonly ledger: Ledger;
  readonly vault: Vault;
  readonly anja: Whose;
  readonly document: KeptDocument;
  readonly commitment: string;
  readonly paymentFile: string;
  close(): Promise<void>;
}

/** With a ledger whose decisions can be made again, sealed under the keys of the folder. */
export async function livedInFolder(): Promise<LivedInFolder> {
  const url = await recordedStory();
  const folder = dirname(url.slice('sqlite:'.length));
  const ledger = await openLedger(url);
  await sealAll(ledger, openSealKeys(join(folder, 'seal')).signing);
  const vault = Vault.open(folder, join(folder, 'erasures.log'));
  const anja = { municipality: MUNICIPALITY, personRef: vault.identities.createOrFind(MUNICIPALITY, ANJA) };
  vault.persons.keep(anja, WORDS);
  vault.letterCodes.make(anja, 0);
  const document = vault.documents.keep(anja, PAYSLIP, TOLD);
  if (document === undefined) throw new Error('The document was not kept');
  vault.erasures.add({ municipality: MUNICIPALITY, personRef: 'zzzzzzzzzzzzz' });
  const bank = BankVault.open(folder);
  const open = [
    bank,
    vault,
    BankMessages.open(folder),
    DeliveryReports.open(folder, systemClock),
    TraceLog.open(folder),
  ];
  for (const name of ['kafka-keys.json', 'session.key', 'development-key.json', 'demonstration.json', 'reads.db'])
    writeFileSync(join(folder, name), `{"of":"${name}"}`);
  return {
    folder,
    ledger,
    vault,
    anja,
    document,
    commitment: bank.keepAccount(ACCOUNT, DETAILS),
    paymentFile: bank.keepFile(PAYMENT_FILE),
    close: async () => {
      for (const one of open) one.close();
      await ledger.close();
    },
  };
}
