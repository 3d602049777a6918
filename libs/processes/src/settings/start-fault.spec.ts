import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger, openPostgres } from '@uitkomst/ledger';
import { describeWithPostgres, PostgresServer } from '@uitkomst/ledger/testing';
import { startFault } from './start-fault.js';

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const failing = (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => undefined).catch((error: unknown) => error);

test('a database that does not answer is told in a line, without its password', async () => {
  const error = await failing(openLedger('postgres://uitkomst:secret@127.0.0.1:1/ledger'));
  expect(startFault(error)).toMatch(/^PostgreSQL at postgres:\/\/\*\*\*@127\.0\.0\.1:1\/ledger cannot be reached: .+$/);
});

test('a ledger that another process writes is told in a line', async () => {
  const url = `sqlite:${join(folder, 'ledger.db')}`;
  const first = await openLedger(url);
  expect(startFault(await failing(openLedger(url)))).toMatch(/^Another process writes the ledger at /);
  await first.close();
});

test.each([
  ['esdb://u:hunter2@host?append=slow', /^LEDGER_URL: append= is single or batch$/],
  [
    'esdb://u:hunter2@host?tls=false&nodePreference=none',
    /^LEDGER_URL: unexpected text at position \d+, expected leader or/,
  ],
])('an address that cannot be read is told in a line, without its password: %s', async (url, line) => {
  const told = startFault(await failing(openLedger(url)));
  expect(told).toMatch(line);
  expect(told).not.toContain('hunter2');
});

test('a file that is no database is told by its path', async () => {
  const path = join(folder, 'letter.db');
  writeFileSync(path, 'Beste collega, '.repeat(100));
  const line = `${path} is no database, or a damaged one: put it back from a backup`;
  expect(startFault(await failing(openLedger(`sqlite:${path}`)))).toBe(line);
});

describeWithPostgres('a PostgreSQL database that cannot be a ledger', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await PostgresServer.start();
  });
  afterAll(() => server.stop());

  const asked = async (sql: string): Promise<void> => {
    const pool = openPostgres(server.url(), { max: 1 });
    await pool.query(sql);
    await pool.end();
  };

  test('its setting that would lose what is acknowledged is named', async () => {
    await asked('alter database postgres set synchronous_commit = off');
    const error = await failing(openLedger(server.url()));
    await asked('alter database postgres reset synchronous_commit');
    expect(startFault(error)).toMatch(/^LEDGER_URL: PostgreSQL has synchronous_commit = off: /);
  });

  test('a user who may not make tables, and a schema that is not there, are told in a line', async () => {
    await asked('create role reader login; revoke create on schema public from public');
    const reader = server.url().replace('uitkomst@', 'reader@');
    const line = /^The tables of the ledger cannot be made: /;
    expect(startFault(await failing(openLedger(reader)))).toMatch(line);
    expect(startFault(await failing(openLedger(server.url('nowhere'))))).toMatch(line);
  });
});

test('a port that is taken is told by its setting', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const error = await failing(once(createServer().listen(port, '127.0.0.1'), 'listening'));
  taken.close();
  const own = Object.assign(new Error(), error); // The engine's errors are none of the classes that a spec knows.
  expect(startFault(own)).toBe(`PORT: ${port} at 127.0.0.1 is taken by another program`);
});

test('a bug is told with all there is to know of it', () => {
  expect(startFault(new RangeError('Not a calendar date'))).toBeUndefined();
  expect(startFault('thrown as a text')).toBeUndefined();
});
