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

test('READS_URL names the engine; another one is refused', async () => {
  for (const url of ['oracle://x', 'sqlite:', '', 'memory', 'constructor:'])
    await expect(openReadStore(url)).rejects.toThrow('READS_URL');
});
