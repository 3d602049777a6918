import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../adapters/open-sqlite.js';
import { BankVault } from './bank-vault.js';
import { Identities } from './identities.js';

const DETAILS = { iban: 'NL91ABNA0417164300', holder: 'Stichting Paswerk' };
const NAME = { municipality: '0392', providerId: 'PASWERK', accountId: 'ACC1' };
const FILE = Buffer.from(`<Document>${DETAILS.iban}</Document>`);

let folder: string;
let vault: BankVault;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uitkomst-bank-'));
  Identities.open(folder).close();
  vault = BankVault.open(folder);
});
afterEach(() => {
  vault.close();
  rmSync(folder, { recursive: true });
});

test('an account is given back to who names its commitment, and under a name the first stays', () => {
  const commitment = vault.keepAccount(NAME, DETAILS);
  expect(vault.keepAccount(NAME, { ...DETAILS, holder: 'Somebody else' })).toBe(commitment);
  expect(vault.account(NAME, commitment)).toEqual(DETAILS);
  expect(vault.account(NAME, '0'.repeat(64))).toBeUndefined();
  expect(vault.account({ ...NAME, accountId: 'ACC2' }, commitment)).toBeUndefined();
});

test('the same account elsewhere has another commitment: it says nothing of the number', () => {
  const elsewhere = { ...NAME, municipality: '0363' };
  expect(vault.keepAccount(NAME, DETAILS)).not.toBe(vault.keepAccount(elsewhere, DETAILS));
});

test('a payment file comes back byte for byte, also in another process, and another file never', () => {
  const sha256 = vault.keepFile(FILE);
  expect(vault.keepFile(FILE)).toBe(sha256);
  const again = BankVault.open(folder);
  expect(again.file(sha256)?.equals(FILE)).toBe(true);
  expect(again.file('0'.repeat(64))).toBeUndefined();
  again.close();
});

test('no file of the vault shows an account number, and only the owner may read them', () => {
  vault.keepAccount(NAME, DETAILS);
  vault.keepFile(FILE);
  for (const name of readdirSync(folder).filter((one) => one.startsWith('bank.db') && !one.endsWith('-shm'))) {
    expect(readFileSync(join(folder, name)).includes(DETAILS.iban)).toBe(false);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  }
});

test('a number put in another provider’s place is not opened, and a forgotten one is gone', () => {
  const commitment = vault.keepAccount(NAME, DETAILS);
  const database = openSqlite(join(folder, 'bank.db'));
  database.exec("UPDATE account SET provider_id = 'SAGENN'");
  database.close();
  const moved = { ...NAME, providerId: 'SAGENN' };
  expect(() => vault.account(moved, commitment)).toThrow();
  vault.forgetAccount(moved);
  expect(vault.account(moved, commitment)).toBeUndefined();
});
