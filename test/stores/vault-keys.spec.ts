import { mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BankVault, openSqlite, Vault } from '@uitkomst/ledger';
import { Killable } from './killable.js';

const TOWN = '0392';
const PERSONS = 500;
const ROUNDS = 6;
const ACCOUNT = { municipality: TOWN, providerId: 'PASWERK', accountId: 'ACC1' };
const DETAILS = { iban: 'NL91ABNA0417164300', holder: 'Stichting Paswerk' };
const FILE = Buffer.from('<Document/>');
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

/** Numbers that pass the eleven test. */
function* bsns(): Generator<string> {
  for (let number = 10_000_000; ; number += 1) {
    const sum = Array.from(String(number)).reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
    if (sum % 11 < 10) yield `${number}${sum % 11}`;
  }
}

let folder: string;
let commitment: string;
let sha256: string;
const known = new Map<string, string>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uitkomst-keys-'));
  const vault = Vault.open(folder, join(folder, 'erasures.log'));
  for (const bsn of bsns()) {
    if (known.size === PERSONS) break;
    const personRef = vault.identities.createOrFind(TOWN, bsn);
    vault.persons.keep({ municipality: TOWN, personRef }, { recordId: 'identity', kind: 'IDENTITY', text: bsn });
    known.set(bsn, personRef);
  }
  vault.close();
  const bank = BankVault.open(folder);
  commitment = bank.keepAccount(ACCOUNT, DETAILS);
  sha256 = bank.keepFile(FILE);
  bank.close();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const keysIn = (name: string): readonly string[] =>
  Object.keys((JSON.parse(readFileSync(join(folder, name), 'utf8')) as { readonly keys: object }).keys);

const ALL = { lost: [], account: DETAILS, file: FILE };

/** Whom nobody knows any more, or whose text is not read; and the account and the file. */
function whatIsThere() {
  const vault = Vault.open(folder, join(folder, 'erasures.log'));
  const lost = [...known].filter(([bsn, personRef]) => {
    const text = vault.persons.textOf({ municipality: TOWN, personRef }, 'identity');
    return text !== bsn || vault.identities.personRefOf(TOWN, bsn) !== personRef;
  });
  vault.close();
  const bank = BankVault.open(folder);
  const there = { lost, account: bank.account(ACCOUNT, commitment), file: bank.file(sha256) };
  bank.close();
  return there;
}

const rotating = (): Killable =>
  Killable.start('apps/audit/src/main.ts', 'rotate-vault-keys', '--data', folder, '--quiet');

/** Resolves once the keys in a file were written anew. */
const keysWritten = (name: string): Promise<void> =>
  new Promise((settle) => {
    const watcher = watch(folder, (_event, changed) => {
      if (changed !== name) return;
      watcher.close();
      settle();
    });
  });

test('killed while the keys change, nobody is forgotten and everything is still read', async () => {
  const halves: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const file = round % 2 === 0 ? 'persons.key' : 'vault.key';
    const written = keysWritten(file);
    const rotation = rotating();
    await written;
    await new Promise((resolve) => setTimeout(resolve, (seed * (round + 7)) % 23));
    await rotation.killNine();
    halves.push(`${file}: ${keysIn('vault.key').length}/${keysIn('persons.key').length} keys`);
    expect(whatIsThere()).toEqual(ALL);
  }
  console.info(`seed ${seed}, left by kills ${halves.join(', ')}`);
}, 180_000);

test('killed between the keys of pseudonyms and those of persons, it goes on from there', async () => {
  const before = keysIn('persons.key');
  const held = openSqlite(join(folder, 'person-keys.db'));
  held.exec('BEGIN IMMEDIATE');
  const written = keysWritten('vault.key');
  const rotation = rotating();
  await written;
  await rotation.killNine();
  held.exec('ROLLBACK');
  held.close();
  expect(keysIn('persons.key')).toEqual(before);
  expect(whatIsThere()).toEqual(ALL);
}, 180_000);

test('done again it finishes: nothing is kept under an earlier key but pseudonyms nobody met since', async () => {
  const before = keysIn('persons.key');
  const rotation = rotating();
  await rotation.ended();
  expect(rotation.said).toMatch(
    `Under the new keys: ${PERSONS} person(s), 2 account(s) and payment file(s). Pseudonyms that move when their person is next met: ${PERSONS}`,
  );
  expect(keysIn('persons.key')).toHaveLength(1);
  expect(before).not.toContain(keysIn('persons.key')[0]);
  expect(whatIsThere()).toEqual(ALL);
  const vault = Vault.open(folder, join(folder, 'erasures.log'));
  for (const [bsn, personRef] of known) expect(vault.identities.createOrFind(TOWN, bsn)).toBe(personRef);
  vault.close();
  const last = rotating();
  await last.ended();
  expect(last.said).toMatch(/met: 500$/); // They stood under the key that was current until now.
  expect(keysIn('vault.key')).toHaveLength(2);
}, 180_000);

test('processes that work meanwhile know everybody before and after, and keep nothing under a key that goes', async () => {
  const [api, worker] = [0, 1].map(() => Vault.open(folder, join(folder, 'erasures.log')));
  const banks = [BankVault.open(folder), BankVault.open(folder)];
  if (!api || !worker) throw new Error('No processes');
  const rotation = rotating();
  await rotation.ended();
  const personRef = api.identities.createOrFind(TOWN, '123456782');
  expect(worker.identities.createOrFind(TOWN, '123456782')).toBe(personRef);
  const whose = { municipality: TOWN, personRef };
  worker.persons.keep(whose, { recordId: 'words-1', kind: 'WORDS', text: 'Hier ben ik' });
  const other = { ...ACCOUNT, accountId: 'ACC2' };
  const committed = banks[0]?.keepAccount(other, DETAILS) ?? '';
  await rotating().ended();
  expect(api.persons.textOf(whose, 'words-1')).toBe('Hier ben ik');
  expect(banks.map((bank) => [bank.account(other, committed), bank.account(ACCOUNT, commitment)])).toEqual([
    [DETAILS, DETAILS],
    [DETAILS, DETAILS],
  ]);
  for (const one of [api, worker, ...banks]) one.close();
  expect(whatIsThere()).toEqual(ALL);
}, 180_000);
