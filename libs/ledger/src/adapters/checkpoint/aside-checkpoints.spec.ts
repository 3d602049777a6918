import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { threadOfSources } from '../../testing/index.js';
import { closeSqlite, openSqlite, type Database } from '../open-sqlite.js';
import { AsideCheckpoints } from './aside-checkpoints.js';

const MAIN = 'libs/ledger/src/adapters/checkpoint/checkpoint-main.ts';
const TEXT = 'x'.repeat(3_000);
const PAGES = 500;
let folder: string;
let path: string;
let database: Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uitkomst-checkpoint-'));
  path = join(folder, 'some.db');
  database = openSqlite(path);
  database.exec('create table t (id integer primary key, text text not null) strict');
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Rows of a page each, all told to who works the log in. */
function write(checkpoints: AsideCheckpoints): void {
  const insert = database.prepare('insert into t (text) values (?)');
  database.exec('begin immediate');
  for (let row = 0; row < PAGES; row += 1) insert.run(TEXT);
  database.exec('commit');
  checkpoints.wrote(PAGES * TEXT.length);
}

const rows = (): unknown => database.prepare('select count(*) as count from t').get();
const workedIn = (): boolean => statSync(path).size > PAGES * TEXT.length;

async function until(met: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1_000 && !met(); turn += 1) await sleep(10);
  expect(met()).toBe(true);
}

test('the log is worked in beside the writer, who commits long before its own turn', async () => {
  const checkpoints = new AsideCheckpoints(path, { main: threadOfSources(MAIN) });
  write(checkpoints);
  expect(workedIn()).toBe(false);
  await until(workedIn);
  write(checkpoints);
  await checkpoints.close();
  expect(rows()).toEqual({ count: 2 * PAGES });
});

test('little is left to the next time, and where no thread can begin all is left to the writer', async () => {
  const checkpoints = new AsideCheckpoints(path, { main: threadOfSources(MAIN) });
  checkpoints.wrote(100);
  await checkpoints.close();
  const sources = new AsideCheckpoints(path);
  write(sources);
  await sources.close();
  expect(workedIn()).toBe(false);
});

test('a thread that fails is told of once, and from then on all is left to the writer', async () => {
  const errors: unknown[] = [];
  const checkpoints = new AsideCheckpoints(path, {
    main: threadOfSources(MAIN, "throw new Error('died');"),
    onError: (error) => errors.push(error),
  });
  write(checkpoints);
  await until(() => errors.length > 0);
  write(checkpoints);
  await checkpoints.close();
  expect(errors).toMatchObject([{ message: 'died' }]);
  expect(workedIn()).toBe(false);
  expect(rows()).toEqual({ count: 2 * PAGES });
});

test('closed before the writer is, it leaves the log to be emptied', async () => {
  const checkpoints = new AsideCheckpoints(path, { main: threadOfSources(MAIN) });
  write(checkpoints);
  await checkpoints.close();
  closeSqlite(database);
  expect(statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  database = openSqlite(path);
  expect(rows()).toEqual({ count: PAGES });
});

test('what another connection reads meanwhile stays as it was', async () => {
  const checkpoints = new AsideCheckpoints(path, { main: threadOfSources(MAIN) });
  write(checkpoints);
  const reader = openSqlite(path);
  reader.exec('begin');
  expect(reader.prepare('select count(*) as count from t').get()).toEqual({ count: PAGES });
  write(checkpoints);
  await checkpoints.close();
  expect(reader.prepare('select count(*) as count from t').get()).toEqual({ count: PAGES });
  reader.exec('rollback');
  reader.close();
  expect(rows()).toEqual({ count: 2 * PAGES });
});
