import { accepted, gathered, until } from '../../contract/bench-of-ledgers.js';
import { unknownOutcomeContract } from '../../contract/unknown-outcome.contract.js';
import { verifyBytes } from '../../codec/verify-bytes.js';
import { ledgerContract } from '../../ledger.contract.js';
import { ClockRefused, LedgerUnavailable, START, type Ledger } from '../../ledger.js';
import { CutProxy } from '../../testing/cut-proxy.js';
import { aLargeEvent, anEvent } from '../../testing/events.js';
import { manualClock } from '../../testing/manual-clock.js';
import { describeWithPostgres, PostgresServer } from '../../testing/postgres-server.js';
import { openLedger } from '../open-ledger.js';
import { migrate, SchemaRefused } from './migrate.js';
import { openPostgres, type PostgresPool } from './open-postgres.js';
import { postgresLedger } from './postgres.ledger.js';
import { LEDGER_SCHEMA } from './schema.js';

describeWithPostgres('PostgreSQL', () => {
  let server: PostgresServer;
  let admin: PostgresPool;
  let schemas = 0;
  const opened: Ledger[] = [];
  beforeAll(async () => {
    server = await PostgresServer.start();
    admin = openPostgres(server.url(), { max: 1 });
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((ledger) => ledger.close()));
  });
  afterAll(async () => {
    await admin.end();
    await server.stop();
  });

  const freshSchema = async (): Promise<string> => {
    await admin.query(`create schema s${(schemas += 1)}`);
    return `s${schemas}`;
  };
  const fresh = async (): Promise<string> => server.url(await freshSchema());
  const open = async (options: Parameters<typeof postgresLedger>[0]): Promise<Ledger> => {
    const ledger = await postgresLedger(options);
    opened.push(ledger);
    return ledger;
  };

  ledgerContract('postgres', async ({ clock }) => postgresLedger({ url: await fresh(), clock }));

  describe('behind a connection that breaks', () => {
    unknownOutcomeContract(async ({ clock }) => {
      const proxy = await CutProxy.before(server.port);
      const ledger = await postgresLedger({ url: server.url(await freshSchema(), proxy.port), clock });
      return {
        ledger,
        cutNext: (when) => proxy.cutNext(when),
        close: async () => {
          await ledger.close();
          await proxy.close();
        },
      };
    });
  });

  test('several processes write and follow one ledger, and see one order', async () => {
    const url = await fresh();
    const three = [await open({ url }), await open({ url }), await open({ url })];
    const seen = three.map((ledger) => {
      const ids: string[] = [];
      ledger.subscribe({
        after: START,
        handler: async (batch) => {
          ids.push(...batch.map(({ id }) => id));
        },
      });
      return ids;
    });
    const rounds = Array.from({ length: 30 }, (_, round) => round);
    const results = await Promise.all(
      rounds.flatMap((round) => three.map((ledger) => ledger.append(`client-${round}`, 'none', [anEvent()]))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(rounds.length);
    const all = await gathered((three[0] as Ledger).readAll());
    expect(all.map(({ position }) => position)).toEqual(rounds);
    await until(() => seen.every((ids) => ids.length === rounds.length));
    for (const ids of seen) expect(ids).toEqual(all.map(({ id }) => id));
  });

  test('an id used elsewhere harms nobody else of that moment', async () => {
    const ledger = await open({ url: await fresh() });
    const event = anEvent();
    const twice = anEvent();
    accepted(await ledger.append('a', 'none', [event]));
    const results = await Promise.all([
      ledger.append('b', 'none', [anEvent()]),
      ledger.append('c', 'none', [event]),
      ledger.append('a', 0, [event]),
      ledger.append('d', 'none', [twice]),
      ledger.append('e', 'none', [twice]),
    ]);
    expect(results).toMatchObject([
      { ok: true, duplicate: false },
      { ok: false, idempotencyMismatch: { eventId: event.id } },
      { ok: true, duplicate: true, position: 0 },
      { ok: true, duplicate: false },
      { ok: false, idempotencyMismatch: { eventId: twice.id } },
    ]);
    expect((await gathered(ledger.readAll())).flatMap(verifyBytes)).toEqual([]);
  });

  test('of two batches on their way one that fails harms neither the other nor the order', async () => {
    const ledger = await open({ url: await fresh() });
    const used = anEvent();
    accepted(await ledger.append('a', 'none', [used]));
    const streams = Array.from({ length: 40 }, (_, index) => `client-${index}`);
    const asked = streams.map((stream, index) => ledger.append(stream, 'none', [index === 3 ? used : anEvent()]));
    const [mismatched, ...others] = (await Promise.all(asked)).toSorted(
      (left, right) => Number(left.ok) - Number(right.ok),
    );
    expect(mismatched).toEqual({ ok: false, idempotencyMismatch: { eventId: used.id } });
    for (const result of others) accepted(result);
    const all = await gathered(ledger.readAll());
    expect(all.map(({ position }) => position)).toEqual(all.map((_, index) => index));
    expect(all).toHaveLength(streams.length);
    expect(all.map(({ recordedAt }) => recordedAt)).toEqual(all.map(({ recordedAt }) => recordedAt).toSorted());
    accepted(await ledger.append('a', 0, [anEvent()]));
  });

  test('long and strange names of streams are found by how they begin', async () => {
    const ledger = await open({ url: await fresh() });
    const long = 'é\u{1f600}'.repeat(900);
    for (const stream of [`${long}1`, `${long}2`, `${long.slice(0, -2)}x`, `x${long}`])
      accepted(await ledger.append(stream, 'none', [anEvent(), aLargeEvent(300)]));
    const found = await gathered(ledger.readAll({ prefixes: [long] }));
    expect(found.map(({ stream }) => stream)).toEqual([`${long}1`, `${long}1`, `${long}2`, `${long}2`]);
  });

  test('a server that does not keep what it acknowledges is refused, also when it is told so later', async () => {
    const url = await fresh();
    const ledger = await open({ url });
    accepted(await ledger.append('a', 'none', [anEvent()]));
    for (const setting of ['synchronous_commit', 'fsync']) {
      await set(`${setting} = off`);
      await expect(ledger.append('a', 0, [anEvent()])).rejects.toThrow(LedgerUnavailable);
      await expect(postgresLedger({ url })).rejects.toThrow(`${setting} = off: a power cut`);
      await set(`${setting} = on`);
    }
    accepted(await ledger.append('a', 0, [anEvent()]));
    expect(await gathered(ledger.readAll())).toHaveLength(2);
  });

  /** Every connection takes a new setting over before its next statement, but not all at the same instant. */
  const set = async (setting: string): Promise<void> => {
    await admin.query(`alter system set ${setting}`);
    await admin.query('select pg_reload_conf()');
    await new Promise((resolve) => setTimeout(resolve, 200));
  };

  test('a server that is not there is told with its address and without its password', async () => {
    const url = 'postgres://uitkomst:geheim@localhost:1/ledger';
    const told = 'PostgreSQL at postgres://***@localhost:1/ledger cannot be reached: connect ECONNREFUSED';
    await expect(postgresLedger({ url })).rejects.toThrow(told);
  });

  test('two that start together make the tables once; one of a newer program is not touched', async () => {
    const schema = await freshSchema();
    const url = server.url(schema);
    const both = await Promise.all([open({ url }), open({ url }), open({ url })]);
    for (const [index, ledger] of both.entries()) accepted(await ledger.append(`a${index}`, 'none', [anEvent()]));
    const pool = openPostgres(url, { max: 1 });
    await migrate(pool, { ...LEDGER_SCHEMA, steps: [...LEDGER_SCHEMA.steps, 'create table later ()'] });
    await pool.end();
    await expect(postgresLedger({ url })).rejects.toThrow(SchemaRefused);
    await expect(postgresLedger({ url, readOnly: true })).rejects.toThrow('has schema 2, this program knows 1');
  });

  test('the audit reads beside the server, follows it, makes nothing and cannot write', async () => {
    const url = await fresh();
    await expect(openLedger(url, { readOnly: true })).rejects.toThrow('There is no ledger in this database');
    const writing = await openLedger(url);
    opened.push(writing);
    accepted(await writing.append('a', 'none', [anEvent()]));
    const audit = await open({ url, readOnly: true });
    const seen: number[] = [];
    audit.subscribe({
      after: START,
      handler: async (batch) => {
        seen.push(...batch.map(({ revision }) => revision));
      },
    });
    accepted(await writing.append('a', 0, [anEvent()]));
    await until(() => seen.length === 2);
    await expect(audit.append('a', 1, [anEvent()])).rejects.toThrow('opened for reading');
    await expect(audit.restore([])).rejects.toThrow('opened for reading');
  });

  test('a clock behind what another process recorded is refused, a little behind goes on from there', async () => {
    const url = await fresh();
    const ahead = await open({ url, clock: manualClock('2025-03-01T09:00:00.000Z') });
    const late = await open({ url, clock: manualClock('2025-03-01T08:58:00.000Z') });
    const tooLate = await open({ url, clock: manualClock('2025-03-01T08:54:59.000Z') });
    accepted(await ahead.append('a', 'none', [anEvent()]));
    expect(accepted(await late.append('b', 'none', [anEvent()])).events[0]?.recordedAt).toBe(
      '2025-03-01T09:00:00.000Z',
    );
    await expect(tooLate.append('c', 'none', [anEvent()])).rejects.toThrow(ClockRefused);
  });

  test('a server that stands still or is gone gives no answer, and works again when it is back', async () => {
    const ledger = await open({ url: await fresh() });
    const event = anEvent();
    accepted(await ledger.append('a', 'none', [anEvent()]));
    await server.kill();
    await expect(ledger.append('a', 0, [event])).rejects.toThrow(LedgerUnavailable);
    await expect(gathered(ledger.readStream('a'))).rejects.toThrow(LedgerUnavailable);
    await server.run();
    expect(accepted(await ledger.append('a', 0, [event])).revision).toBe(1);
    expect(await gathered(ledger.readAll())).toHaveLength(2);
  });

  test('what is asked before closing is answered, what is asked after is not', async () => {
    const ledger = await open({ url: await fresh() });
    const asked = Array.from({ length: 50 }, (_, index) => ledger.append(`client-${index}`, 'none', [anEvent()]));
    const closing = ledger.close();
    expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true);
    await closing;
    await expect(ledger.append('late', 'none', [anEvent()])).rejects.toThrow(LedgerUnavailable);
  });
});
