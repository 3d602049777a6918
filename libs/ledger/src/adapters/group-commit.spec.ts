import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CODEC, prepareAll } from '../codec/codec.js';
import { accepted } from '../contract/bench-of-ledgers.js';
import { LedgerUnavailable } from '../ledger.js';
import { aLargeEvent, anEvent } from '../testing/events.js';
import { manualClock } from '../testing/manual-clock.js';
import { GroupCommit } from './group-commit.js';
import { LedgerTime } from './ledger-time.js';
import { openSqlite, type Database } from './open-sqlite.js';
import { ensureEvents } from './sqlite-events.js';

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-commit-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function opened() {
  const path = join(folder, `${(files += 1)}.db`);
  const database = openSqlite(path);
  ensureEvents(database, path);
  const time = new LedgerTime(manualClock('2025-03-01T09:00:00.000Z'));
  let stored = 0;
  const again = () => {
    const commits = new GroupCommit(database, { codec: CODEC, time, onStored: () => (stored += 1) });
    return (stream: string, expected: 'none' | number, event = anEvent()) =>
      commits.append(stream, expected, prepareAll(CODEC, stream, [event]));
  };
  return { path, database, append: again(), again, transactions: () => stored };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));
const count = (database: Database) => database.prepare('SELECT count(*) AS n FROM event').get()?.['n'];

test('what is asked together is one transaction', async () => {
  const { append, database, transactions } = opened();
  await Promise.all(Array.from({ length: 64 }, (_, index) => append(`client-${index}`, 'none')));
  expect([count(database), transactions()]).toEqual([64, 1]);
  database.close();
});

test('of many who come one after another all share a transaction; who is alone waits for nobody', async () => {
  const { append, database, transactions } = opened();
  const asked = [append('a', 'none'), append('b', 'none')];
  for (const stream of ['c', 'd', 'e']) {
    await turn();
    asked.push(append(stream, 'none'));
  }
  for (const result of await Promise.all(asked)) accepted(result);
  expect([count(database), transactions()]).toEqual([5, 1]);
  const alone = append('f', 'none');
  await turn();
  expect([count(database), transactions()]).toEqual([6, 2]);
  accepted(await alone);
  database.close();
});

test('what is said to be new and is not conflicts by itself: what was asked beside it is stored', async () => {
  const { append, again, database } = opened();
  accepted(await append('a', 'none'));
  const fresh = again(); // As after a start: no stream is remembered.
  const [known, other] = await Promise.all([fresh('a', 'none'), fresh('b', 'none')]);
  expect(known).toEqual({ ok: false, conflict: { actual: 0 } });
  accepted(other);
  expect(count(database)).toBe(2);
  database.close();
});

test('a full disk gives no answer to anyone of that moment, stores nothing of it, and the ledger goes on after', async () => {
  const { append, database } = opened();
  accepted(await append('a', 'none'));
  const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
  database.exec(`PRAGMA max_page_count = ${pages + 5}`);
  const small = anEvent();
  const together = await Promise.allSettled([append('a', 0, small), append('b', 'none', aLargeEvent(200_000))]);
  expect(together.map((result) => result.status === 'rejected' && result.reason instanceof LedgerUnavailable)).toEqual([
    true,
    true,
  ]);
  expect(count(database)).toBe(1);
  database.exec('PRAGMA max_page_count = 4294967294');
  expect(accepted(await append('a', 0, small))).toMatchObject({ duplicate: false, position: 1, revision: 1 });
  accepted(await append('b', 'none', aLargeEvent(200_000)));
  database.close();
});

test('a file that another holds gives no answer, and works again when let go', async () => {
  const { path, append, database } = opened();
  database.exec('PRAGMA busy_timeout = 50');
  const other = openSqlite(path);
  other.exec('BEGIN IMMEDIATE');
  const event = anEvent();
  await expect(append('a', 'none', event)).rejects.toThrow(LedgerUnavailable);
  other.exec('ROLLBACK');
  accepted(await append('a', 'none', event));
  other.close();
  database.close();
});

test('an id used elsewhere harms nobody else of that moment', async () => {
  const { append, database } = opened();
  const event = anEvent();
  accepted(await append('a', 'none', event));
  const results = await Promise.all([
    append('b', 'none'),
    append('c', 'none', event),
    append('a', 0, event),
    append('d', 'none'),
  ]);
  expect(results).toMatchObject([
    { ok: true, duplicate: false },
    { ok: false, idempotencyMismatch: { eventId: event.id } },
    { ok: true, duplicate: true, position: 0 },
    { ok: true, duplicate: false },
  ]);
  expect(count(database)).toBe(3);
  database.close();
});

test('when too many wait, one more is turned away at once', async () => {
  const { append, database } = opened();
  const asked = Array.from({ length: 10_000 }, (_, index) => append(`client-${index}`, 3));
  await expect(append('late', 'none')).rejects.toThrow('Too many appends are waiting');
  expect((await Promise.all(asked)).every((result) => 'conflict' in result)).toBe(true);
  database.close();
});
