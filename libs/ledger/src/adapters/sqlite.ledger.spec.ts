import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { verifyBytes } from '../codec/verify-bytes.js';
import { accepted, gathered, until } from '../contract/bench-of-ledgers.js';
import { ledgerContract } from '../ledger.contract.js';
import { ClockRefused, LedgerUnavailable, START, type Ledger } from '../ledger.js';
import { aLargeEvent, anEvent } from '../testing/events.js';
import { manualClock } from '../testing/manual-clock.js';
import { isOlder, openSqlite, openSqliteToRead } from './open-sqlite.js';
import { openLedger } from './open-ledger.js';
import { StoreRefused } from './refused/store-refused.js';
import { UnknownEngine } from './refused/unknown-engine.js';
import { LedgerInUse, sqliteLedger } from './sqlite.ledger.js';

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-ledger-'));
const opened: Ledger[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((ledger) => ledger.close()));
});
afterAll(() => rmSync(folder, { recursive: true }));

let ledgers = 0;
const freshPath = () => join(folder, `${(ledgers += 1)}`, 'ledger.db');
function open(options: Parameters<typeof sqliteLedger>[0]): Ledger {
  const ledger = sqliteLedger(options);
  opened.push(ledger);
  return ledger;
}

ledgerContract('sqlite', ({ clock }) => sqliteLedger({ path: freshPath(), clock }));

test('every connection keeps what was committed through a power cut, however the file was left', () => {
  const path = freshPath();
  for (const _ of [1, 2]) {
    const database = openSqlite(path);
    const setting = (name: string) => database.prepare(`PRAGMA ${name}`).get()?.[name];
    expect(['journal_mode', 'synchronous', 'wal_autocheckpoint', 'mmap_size'].map(setting)).toEqual([
      'wal',
      2,
      16_384,
      0,
    ]);
    database.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 1000');
    database.close();
  }
});

test('versions of SQLite that could corrupt a WAL file are refused', () => {
  expect(['3.51.2', '3.50.9', '2.99.0', '3.51'].map(isOlder)).toEqual([true, true, true, true]);
  expect(['3.51.3', '3.51.10', '3.53.0', '4.0.0'].map(isOlder)).toEqual([false, false, false, false]);
});

test('a second writer is refused, and let in once the first has closed', async () => {
  const path = freshPath();
  const first = open({ path });
  expect(() => sqliteLedger({ path })).toThrow(LedgerInUse);
  accepted(await first.append('a', 'none', [anEvent()]));
  await first.close();
  accepted(await open({ path }).append('a', 0, [anEvent()]));
});

test('the files are for their owner only', async () => {
  const path = freshPath();
  accepted(await open({ path }).append('a', 'none', [anEvent()]));
  for (const file of [path, `${path}-wal`, `${path}-shm`, `${path}.lock`])
    expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a reopened ledger gives back the same bytes', async () => {
  const path = freshPath();
  const first = open({ path });
  for (let index = 0; index < 300; index += 1)
    accepted(await first.append(`client-${index % 7}-é`, headOf(index), [anEvent()]));
  accepted(await first.append('large', 'none', [aLargeEvent(900_000)]));
  const before = await gathered(first.readAll());
  await first.close();
  const after = await gathered(open({ path }).readAll());
  expect(after.map(({ bytes, leafHash }) => ({ bytes, leafHash }))).toEqual(
    before.map(({ bytes, leafHash }) => ({ bytes, leafHash })),
  );
  expect(after.flatMap(verifyBytes)).toEqual([]);
});
const headOf = (index: number) => (index < 7 ? 'none' : Math.floor(index / 7) - 1);

test('an append is acknowledged only after its transaction is on disk', async () => {
  const path = freshPath();
  const ledger = open({ path });
  for (let index = 0; index < 20; index += 1) {
    const event = anEvent();
    const appending = ledger.append(`client-${index}`, 'none', [event]);
    // Another connection sees only what was committed.
    const database = openSqliteToRead(path);
    const stored = () => database.prepare('SELECT count(*) AS n FROM event WHERE id = ?').get(event.id)?.['n'];
    expect(stored()).toBe(0);
    accepted(await appending);
    expect(stored()).toBe(1);
    database.close();
  }
  expect(readFileSync(`${path}-wal`).length).toBeGreaterThan(0);
});

test('the audit reads beside the server, follows what it writes, and cannot write', async () => {
  const path = freshPath();
  const server = open({ path });
  accepted(await server.append('a', 'none', [anEvent()]));
  const audit = open({ path, readOnly: true });
  const seen: number[] = [];
  audit.subscribe({
    after: START,
    handler: async (batch) => {
      seen.push(...batch.map(({ revision }) => revision));
    },
  });
  accepted(await server.append('a', 0, [anEvent()]));
  expect(await gathered(audit.readStream('a'))).toHaveLength(2);
  await until(() => seen.length === 2);
  await expect(audit.append('a', 1, [anEvent()])).rejects.toThrow('opened for reading');
  await server.close();
  expect(await gathered(audit.readAll())).toHaveLength(2);
});

test('a closed ledger is read without the server', async () => {
  const path = freshPath();
  const server = open({ path });
  accepted(await server.append('a', 'none', [anEvent()]));
  await server.close();
  expect(await gathered(open({ path, readOnly: true }).readAll())).toHaveLength(1);
  expect(() => sqliteLedger({ path: freshPath(), readOnly: true })).toThrow('There is no ledger');
});

test('a closed ledger leaves no log for the next start to go through', async () => {
  const path = freshPath();
  const ledger = open({ path });
  await ledger.append('client-0363-a', 'none', [anEvent()]);
  expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
  await ledger.close();
  expect(statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
});

test('a clock set back more than five minutes before the last event is refused after a restart too', async () => {
  const path = freshPath();
  const first = open({ path, clock: manualClock('2025-03-01T09:00:00.000Z') });
  accepted(await first.append('a', 'none', [anEvent()]));
  await first.close();
  const early = open({ path, clock: manualClock('2025-03-01T08:54:59.000Z') });
  await expect(early.append('a', 0, [anEvent()])).rejects.toThrow(ClockRefused);
  await early.close();
  const late = open({ path, clock: manualClock('2025-03-01T08:58:00.000Z') });
  expect(accepted(await late.append('a', 0, [anEvent()])).events[0]?.recordedAt).toBe('2025-03-01T09:00:00.000Z');
});

test('what is asked before closing is answered, what is asked after is not', async () => {
  const path = freshPath();
  const ledger = open({ path });
  const asked = Array.from({ length: 50 }, (_, index) => ledger.append(`client-${index}`, 'none', [anEvent()]));
  const closing = ledger.close();
  expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true);
  await closing;
  await expect(ledger.append('late', 'none', [anEvent()])).rejects.toThrow(LedgerUnavailable);
});

test('a ledger of another format is not touched', () => {
  const path = freshPath();
  const database = openSqlite(path);
  database.exec('PRAGMA user_version = 9');
  database.close();
  expect(() => sqliteLedger({ path })).toThrow('(format 9, not 1)');
});

test.each([
  ['a table of that name', 'create table event (id integer primary key, title text)'],
  ['a table of that name and our number of format', 'create table event (id integer); PRAGMA user_version = 1'],
  ['other tables', 'create table invoice (id integer primary key)'],
])('a file of another program is refused and not touched: one with %s', (_, made) => {
  const path = freshPath();
  const database = openSqlite(path);
  database.exec(made);
  const schema = () => database.prepare('select name, sql from sqlite_schema').all();
  const before = schema();
  for (const readOnly of [true, false])
    expect(() => sqliteLedger({ path, readOnly })).toThrow(`${path} is no ledger this program knows`);
  expect(schema()).toEqual(before);
  database.close();
});

test('an empty file is a ledger from its first start on, and none to who only reads', async () => {
  const path = freshPath();
  openSqlite(path).close();
  expect(() => sqliteLedger({ path, readOnly: true })).toThrow(new StoreRefused(`There is no ledger in ${path} yet`));
  accepted(await open({ path }).append('a', 'none', [anEvent()]));
  expect(await gathered(open({ path, readOnly: true }).readAll())).toHaveLength(1);
});

test('LEDGER_URL names the engine; another one is refused by name', async () => {
  const ledger = await openLedger(`sqlite:${freshPath()}`);
  opened.push(ledger, await openLedger('memory:'));
  accepted(await ledger.append('a', 'none', [anEvent()]));
  for (const url of ['oracle://x', 'sqlite:', '', 'memory', 'constructor:'])
    await expect(openLedger(url)).rejects.toThrow(UnknownEngine);
  await expect(openLedger('oracle://me:secret@host')).rejects.toThrow('not oracle://***@host');
});

test('a ledger whose file was taken away takes nothing more', async () => {
  const path = freshPath();
  const clock = manualClock('2026-03-02T09:00:00Z');
  const ledger = open({ path, clock });
  accepted(await ledger.append('client-0000-a', 'none', [anEvent()]));
  clock.advance(1_000);
  accepted(await ledger.append('client-0000-b', 'none', [anEvent()]));
  rmSync(dirname(path), { recursive: true });
  clock.advance(1_000);
  for (const stream of ['client-0000-c', 'client-0000-d'])
    await expect(ledger.append(stream, 'none', [anEvent()])).rejects.toThrow(LedgerUnavailable);
});
