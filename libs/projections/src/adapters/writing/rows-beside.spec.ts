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
import { RowsBeside } from './rows-beside.js';
import { beginRowsThread, hasRowsThread } from './rows-thread.js';

const folder = temporaryFolder();
const opened: ReadStore[] = [];
afterAll(async () => {
  await Promise.all(opened.map((reads) => reads.close()));
  folder.remove();
});

const MAIN = 'libs/projections/src/adapters/writing/rows-main.ts';
const nowhere = threadOfSources(MAIN, "throw new Error('no room');");
let files = 0;
/** Why threads ended. */
const told: unknown[] = [];
/** A store of which every row is written in the thread, however few there are. */
async function open(name = `beside-${(files += 1)}.db`, main = threadOfSources(MAIN)): Promise<SqliteReads> {
  const path = join(folder.path, name);
  const begin = () => beginRowsThread(path, { main, onError: (error) => told.push(error) });
  const beside = new RowsBeside({ begin, rowsMin: 0 });
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
  const die = `{ writeFileSync('${died}', ''); process.exit(1); }`;
  const dies = `const { workerData } = await import('node:worker_threads');
    if (!existsSync('${died}')) workerData.port.once('message', () => ${die});`;
  const reads = await open(undefined, threadOfSources(MAIN, dies));
  await reads.prepare(tally(1));
  await expect(reads.write([rowsFor(3)])).rejects.toThrow(ReadsUnavailable);
  expect(await reads.checkpoint('tally', 1)).toBe(-1);
  await reads.write([rowsFor(3)]);
  expect(await reads.count(tally(1))).toBe(3);
});

test('a thread that cannot begin is told of, and why', async () => {
  const reads = await open(undefined, nowhere);
  await reads.prepare(tally(1));
  await expect(reads.write([rowsFor(3)])).rejects.toThrow(ReadsUnavailable);
  expect(told.map(String)).toEqual(['Error: no room']);
});

test('few rows are written without it; what is in memory belongs to one thread', async () => {
  const path = join(folder.path, 'few.db');
  const store = await openReadStore(`sqlite:${path}`, {
    begin: () => beginRowsThread(path, { main: nowhere, onError: () => undefined }),
  });
  await store.reads.prepare(tally(1));
  await store.reads.write([rowsFor(199)]);
  expect(await store.reads.count(tally(1))).toBe(199);
  await store.reads.forget(tally(1));
  await store.reads.prepare(tally(1));
  await expect(store.reads.write([rowsFor(200)])).rejects.toThrow(ReadsUnavailable);
  await store.close();
  expect(hasRowsThread(':memory:')).toBe(false);
});
