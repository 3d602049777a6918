import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BankVault, openLedger, openSealKeys, Vault } from '@uitkomst/ledger';
import { runAudit } from '../../apps/audit/src/program.js';
import { capture } from '../../apps/audit/src/testing/capture.js';
import { Killable } from './killable.js';

const ROUNDS = 5;
const PERSONS = 200;
const TOWN = '0392';

let data: string;
let out: string;
const started: Killable[] = [];
/** The application has its files open all the time. */
const running: { close(): void }[] = [];
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'uitkomst-data-'));
  out = mkdtempSync(join(tmpdir(), 'uitkomst-backups-'));
  openSealKeys(join(data, 'seal'));
  const vault = Vault.open(data, join(data, 'erasures.log'));
  for (let number = 0; number < PERSONS; number += 1) {
    const whose = { municipality: TOWN, personRef: `person${String(number).padStart(7, 'a')}` };
    vault.persons.keep(whose, { recordId: 'identity', kind: 'IDENTITY', text: `person ${number}` });
  }
  vault.identities.createOrFind(TOWN, '123456782');
  const bank = BankVault.open(data);
  running.push(vault, bank);
  bank.keepAccount({ municipality: TOWN, providerId: 'PASWERK', accountId: 'ACC1' }, { iban: 'NL', holder: 'Paswerk' });
});
afterEach(async () => {
  for (const program of started.splice(0)) await program.killNine();
  for (const store of running.splice(0)) store.close();
  for (const folder of [data, out]) rmSync(folder, { recursive: true });
});

async function backup(name: string): Promise<string> {
  const { out: answers, err } = capture();
  const exitCode = await runAudit(['backup', '--data', data, '--out', join(out, name), '--check'], {
    out: answers,
    err,
  });
  if (exitCode !== 0) throw new Error([...answers.lines(), ...err.lines()].join('\n'));
  return answers.lines().at(-1) ?? '';
}

test('a backup made while another process appends without pause is whole, with all that was acknowledged before', async () => {
  const acknowledged: string[] = [];
  const writer = Killable.start(
    'libs/ledger/src/testing/appending-process.ts',
    `sqlite:${join(data, 'ledger.db')}`,
    '4',
    'backup',
  );
  started.push(writer);
  writer.onLine((line) => acknowledged.push(line));
  const sizes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const heard = acknowledged.length;
    await writer.until(() => acknowledged.length > heard + 100, 30_000);
    const before = acknowledged.filter((line) => line.startsWith('client-'));
    await backup(`${round}`);
    const ledger = await openLedger(`sqlite:${join(out, `${round}`, 'data/ledger.db')}`, { readOnly: true });
    const copied = new Set<string>();
    for await (const { stream, revision, id } of ledger.readAll()) copied.add(`${stream} ${revision} ${id}`);
    await ledger.close();
    expect(before.filter((line) => !copied.has(line))).toEqual([]);
    sizes.push(copied.size);
  }
  await writer.killNine();
  expect(sizes).toEqual(sizes.toSorted((left, right) => left - right));
  expect(new Set(sizes).size).toBe(ROUNDS); // It was written to all the time.
}, 120_000);

test('backups made while the keys of the vault change and change again open with their own keys, every one', async () => {
  await (await openLedger(`sqlite:${join(data, 'ledger.db')}`)).close();
  const rotating = Killable.start('test/stores/rotating-process.ts', data);
  started.push(rotating);
  await rotating.lines(1, 30_000);
  let changes = 0;
  rotating.onLine(() => (changes += 1));
  for (let round = 0; round < ROUNDS * 4; round += 1)
    expect(await backup(`${round}`)).toContain(`${2 * PERSONS + 2} sealed row(s) opened with their keys: all in order`);
  await rotating.killNine();
  expect(changes).toBeGreaterThan(ROUNDS);
}, 120_000);

test('a database that another process keeps to itself for a moment is waited for', async () => {
  await (await openLedger(`sqlite:${join(data, 'ledger.db')}`)).close();
  const holding = Killable.start('test/stores/holding-process.ts', join(data, 'traces.db'));
  started.push(holding);
  await holding.lines(1, 30_000);
  expect(await backup('held')).toContain('all in order');
}, 60_000);
