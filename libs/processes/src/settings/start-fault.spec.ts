import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger, openPostgres, openSqlite } from '@uitkomst/ledger';
import { describeWithPostgres, PostgresServer } from '@uitkomst/ledger/testing';
import { openReadStore } from '@uitkomst/projections';
import { kafkaClient } from '../adapters/kafka-client.js';
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
    const line = /^LEDGER_URL: the tables of the ledger cannot be made: /;
    expect(startFault(await failing(openLedger(reader)))).toMatch(line);
    expect(startFault(await failing(openLedger(server.url('nowhere'))))).toMatch(line);
  });

  test('tables of another program, and an encoding that does not keep all characters, are told by the setting', async () => {
    await asked('create schema library; create table library.event (id integer)');
    expect(startFault(await failing(openLedger(server.url('library'))))).toBe(
      'LEDGER_URL: the tables of the ledger cannot be made: relation "event" already exists',
    );
    await asked(`create database latin encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0`);
    const latin = server.url().replace('/postgres', '/latin');
    const reason = 'the database has encoding LATIN1; name one made with encoding UTF8';
    expect(startFault(await failing(openLedger(latin)))).toBe(`LEDGER_URL: ${reason}`);
    expect(startFault(await failing(openReadStore(latin)))).toBe(`READS_URL: ${reason}`);
  });
});

test('a password of which a piece could be taken for a host or an option is not looked for, and not told', async () => {
  for (const url of [
    'postgres://u:hun/hunter2@127.0.0.1:1/ledger',
    'postgres://u:hun?hunter2@127.0.0.1:1/ledger',
    'postgres://u:hun@x#hunter2@127.0.0.1:1/ledger',
    'esdb://u:hun@hunter2@127.0.0.1:1',
    'esdb://u:hun/hunter2@127.0.0.1:1',
  ])
    expect(startFault(await failing(openLedger(url)))).toBe(
      'LEDGER_URL: @ : / ? # % in a user, password or database are written as %40 %3A %2F %3F %23 %25',
    );
  const told = startFault(await failing(openLedger('postgres://u:hun@hunter2@127.0.0.1:1/ledger?password=hunter2&a')));
  expect(told).toMatch(/^PostgreSQL at postgres:\/\/\*\*\*@127\.0\.0\.1:1\/ledger\?password=\*\*\* cannot/);
});

test('an EventStoreDB that is not there is told as plainly as any other server', async () => {
  const error = await failing(openLedger('esdb://127.0.0.1:1?tls=false'));
  expect(startFault(error)).toBe('EventStoreDB gives no answer: connect ECONNREFUSED 127.0.0.1:1');
});

test('brokers that are not there are told by their setting', async () => {
  const kafka = kafkaClient({ brokers: ['127.0.0.1:1'], tls: false }, () => undefined);
  const error = await failing(kafka.admin({ retry: { retries: 0 } }).connect());
  expect(startFault(error)).toBe('KAFKA_BROKERS: Connection error: connect ECONNREFUSED 127.0.0.1:1');
});

test('a file of another program is told by its path', async () => {
  const path = join(folder, 'library.db');
  const database = openSqlite(path);
  database.exec('create table event (id integer primary key, title text)');
  database.close();
  expect(startFault(await failing(openLedger(`sqlite:${path}`)))).toMatch(`${path} is no ledger this program knows`);
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
