import { join } from 'node:path';
import { openSqlite } from '@uitkomst/ledger';
import { idempotencyContract } from '../contract/idempotency.contract.js';
import { leasesContract, questionsContract, upgradesContract } from '../contract/reads.contract.js';
import { otherLedgerContract } from '../contract/other-ledger.contract.js';
import { rebuildContract, runnerContract, writingContract } from '../contract/runner.contract.js';
import { tally } from '../contract/tally.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { openReadStore } from './open-read-store.js';
import { SqliteIdempotency } from './sqlite-idempotency.js';

const folder = temporaryFolder();
afterAll(folder.remove);
let others = 0;

const open = async (name?: string) => folder.reads(name);

describe('SQLite: questions', () => {
  questionsContract(open);
});
describe('SQLite: after an upgrade', () => {
  upgradesContract(open);
});
describe('SQLite: leases', () => {
  leasesContract(open);
});
describe('SQLite: keeping up', () => {
  runnerContract(open);
});
describe('SQLite: built anew', () => {
  rebuildContract(open);
  otherLedgerContract(open);
});
describe('SQLite: writing', () => {
  writingContract(open);
});
describe('SQLite: earlier answers', () => {
  idempotencyContract(async (name) => new SqliteIdempotency(folder.database(name)));
});

test('a ledger in memory has its read store in memory', async () => {
  const { reads } = await openReadStore('memory:');
  await reads.prepare(tally(1));
  expect(await reads.count(tally(1))).toBe(0);
  await reads.close();
});

test.each([
  ['reads.db', 'create table invoice (id integer primary key)'],
  ['reads.db', 'create table served (name text); create view invoice as select name from served'],
  ['reads.db.keys', 'create table invoice (id integer primary key)'],
])('a file of another program is refused as %s and not touched', async (name, made) => {
  const place = join(folder.path, `other-${(others += 1)}`);
  const database = openSqlite(join(place, name));
  database.exec(made);
  const schema = () => database.prepare('select name, sql from sqlite_schema').all();
  const before = schema();
  const opening = openReadStore(`sqlite:${join(place, 'reads.db')}`);
  await expect(opening).rejects.toThrow(
    `${join(place, name)} is no read store of this program (it holds a table invoice)`,
  );
  expect(schema()).toEqual(before);
  database.close();
});

test('READS_URL names the engine; another one is refused', async () => {
  for (const url of ['oracle://x', 'sqlite:', '', 'memory', 'constructor:'])
    await expect(openReadStore(url)).rejects.toThrow('READS_URL');
});
