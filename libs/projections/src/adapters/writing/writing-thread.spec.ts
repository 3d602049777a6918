import { join } from 'node:path';
import type { Position } from '@uitkomst/ledger';
import { threadOfSources } from '@uitkomst/ledger/testing';
import { leasesContract, questionsContract, upgradesContract } from '../../contract/reads.contract.js';
import { rebuildContract, runnerContract, writingContract } from '../../contract/runner.contract.js';
import { tally } from '../../contract/tally.js';
import { ReadsUnavailable, type Change, type ReadStore } from '../../reads.js';
import { temporaryFolder } from '../../testing/temporary-folder.js';
import { openReads } from '../open-reads.js';
import { openReadStore } from '../open-read-store.js';
import { SqliteReads } from '../sqlite.reads.js';
import { hasWritingThread, WritingThread } from './writing-thread.js';

const folder = temporaryFolder();
const opened: ReadStore[] = [];
afterAll(async () => {
  await Promise.all(opened.map((reads) => reads.close()));
  folder.remove();
});

const MAIN = 'libs/projections/src/adapters/writing/writing-main.ts';
let files = 0;
/** A store of which every row is written in the thread, however few there are. */
async function open(name = `beside-${(files += 1)}.db`, first = ''): Promise<SqliteReads> {
  const path = join(folder.path, name);
  const beside = new WritingThread(path, { main: threadOfSources(MAIN, first), rowsMin: 0 });
  const reads = new SqliteReads(openReads(path), undefined, beside);
  opened.push(reads);
  return reads;
}

describe('SQLite, rows written in a thread: questions', () => {
  questionsContract(open);
});
describe('SQLite, rows written in a thread: after an upgrade', () => {
  upgradesContract(open);
});
describe('SQLite, rows written in a thread: leases', () => {
  leasesContract(open);
});
describe('SQLite, rows written in a thread: keeping up', () => {
  runnerContract(open);
});
describe('SQLite, rows written in a thread: built anew', () => {
  rebuildContract(open);
});
describe('SQLite, rows written in a thread: writing', () => {
  writingContract(open);
});

/** One row each for so many clients, from the store's beginning. */
const rowsFor = (count: number): Change => ({
  projection: tally(1),
  from: -1 as Position,
  to: count as Position,
  rows: new Map(
    Array.from({ length: count }, (_, n) => [`client-${n}`, [{ client: `client-${n}`, events: 1, lastAt: n }]]),
  ),
});

test('a thread that ends while it writes is told of as a store that does not answer; the next write begins another', async () => {
  const died = join(folder.path, 'died');
  const reads = await open(
    undefined,
    `if (!existsSync('${died}')) parentPort.once('message', () => { writeFileSync('${died}', ''); process.exit(1); });`,
  );
  await reads.prepare(tally(1));
  await expect(reads.write([rowsFor(3)])).rejects.toThrow(ReadsUnavailable);
  expect(await reads.checkpoint('tally', 1)).toBe(-1);
  await reads.write([rowsFor(3)]);
  expect(await reads.count(tally(1))).toBe(3);
});

test('a thread that cannot begin is told with its reason', async () => {
  const reads = await open(undefined, "throw new Error('no room');");
  await reads.prepare(tally(1));
  await expect(reads.write([rowsFor(3)])).rejects.toThrow('no room');
});

test('few rows are written without it; what is in memory belongs to one thread', async () => {
  const url = `sqlite:${join(folder.path, 'few.db')}`;
  const nowhere = threadOfSources(MAIN, "throw new Error('no room');");
  const store = await openReadStore(url, { main: nowhere });
  await store.reads.prepare(tally(1));
  await store.reads.write([rowsFor(199)]);
  expect(await store.reads.count(tally(1))).toBe(199);
  await store.reads.forget(tally(1));
  await store.reads.prepare(tally(1));
  await expect(store.reads.write([rowsFor(200)])).rejects.toThrow('no room');
  await store.close();
  expect(hasWritingThread(':memory:')).toBe(false);
});
