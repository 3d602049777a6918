import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binaryEvent, EventStoreDBClient, NO_STREAM, StreamDeletedError } from '@eventstore/db-client';
import type { AppendFault } from '../../../../../test/stores/eventstoredb-stand-in/faults.js';
import { StandIn } from '../../../../../test/stores/eventstoredb-stand-in/stand-in.js';
import { verifyBytes } from '../../codec/verify-bytes.js';
import { accepted, gathered, until } from '../../contract/bench-of-ledgers.js';
import { unknownOutcomeContract } from '../../contract/unknown-outcome.contract.js';
import { LedgerUnavailable, START, type Ledger, type Position, type RecordedEvent } from '../../ledger.js';
import { aLargeEvent, anEvent } from '../../testing/events.js';
import { openLedger } from '../open-ledger.js';
import { SubscriptionStalled } from '../subscription.js';
import { eventStoreDbLedger, type EventStoreDbLedgerOptions } from './eventstoredb.ledger.js';

// Only a stand-in has switches for what goes wrong.

let server: StandIn;
const opened: Ledger[] = [];
beforeEach(async () => {
  server = await StandIn.start();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((ledger) => ledger.close()));
  await server.close();
});

async function open(more = '', options: Partial<EventStoreDbLedgerOptions> = {}): Promise<Ledger> {
  const ledger = await eventStoreDbLedger({ url: server.url('faults', `${more}&answerWithin=800`), ...options });
  opened.push(ledger);
  return ledger;
}

const HARMLESS: readonly AppendFault[] = [
  'cut before commit',
  'cut after commit',
  'no answer before commit',
  'no answer after commit',
  'unavailable',
  'delivered twice',
  { delayMs: 100 },
];

describe.each(['single', 'batch'])('append=%s', (path) => {
  test.each(HARMLESS.map((fault) => [fault]))(
    'an append that meets %j is stored once and acknowledged',
    async (fault) => {
      const ledger = await open(`&append=${path}`);
      accepted(await ledger.append('a', 'none', [anEvent()]));
      server.faults.appends.push(fault);
      const events = [anEvent(), anEvent()];
      const result = accepted(await ledger.append('a', 0, events));
      expect({ revision: result.revision, duplicate: result.duplicate }).toEqual({ revision: 2, duplicate: false });
      expect((await gathered(ledger.readStream('a'))).map(({ id }) => id).slice(1)).toEqual(events.map(({ id }) => id));
    },
  );

  test('appends under way beside one that meets a fault are stored once and acknowledged', async () => {
    const ledger = await open(`&append=${path}`);
    server.faults.appends.push('cut after commit', { delayMs: 30 }, 'cut before commit');
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, index) => ledger.append(`client-${index}`, 'none', [anEvent()])),
    );
    expect(results.map(({ ok }) => ok)).toEqual(results.map(() => true));
    expect(await gathered(ledger.readAll())).toHaveLength(30);
  });
});

describe('an outcome that stays unknown', () => {
  unknownOutcomeContract(async ({ clock }) => {
    const standIn = await StandIn.start();
    const ledger = await eventStoreDbLedger({ url: standIn.url('unknown', '&answerWithin=800'), clock });
    return {
      ledger,
      cutNext: (when) => {
        // As often as the ledger asks by itself.
        const first = when === 'BEFORE' ? 'cut before commit' : 'cut after commit';
        standIn.faults.appends.push(first, 'cut before commit', 'cut before commit');
      },
      close: async () => {
        await ledger.close();
        await standIn.close();
      },
    };
  });
});

test('other bytes under an id whose outcome was unknown are a mismatch, though the server says ok', async () => {
  const ledger = await open();
  const event = anEvent();
  server.faults.appends.push('no answer after commit', 'no answer before commit', 'no answer before commit');
  await expect(ledger.append('a', 'none', [event])).rejects.toThrow(LedgerUnavailable);
  expect(await ledger.append('a', 'none', [{ ...event, commandId: 'another' }])).toEqual({
    ok: false,
    idempotencyMismatch: { eventId: event.id },
  });
  expect(accepted(await ledger.append('a', 'none', [event])).duplicate).toBe(true);
});

test('what a newly started process asks again under a newer expectation is found, not stored a second time', async () => {
  const first = await open();
  const event = anEvent();
  accepted(await first.append('a', 'none', [event]));
  accepted(await first.append('a', 0, [anEvent()]));
  const second = await open();
  expect(accepted(await second.append('a', 1, [event]))).toMatchObject({ duplicate: true, revision: 0 });
  expect(await gathered(second.readStream('a'))).toHaveLength(2);
});

test('a request the server calls bad is an error, not an unknown outcome', async () => {
  const ledger = await open();
  server.faults.appends.push('bad request');
  const error: unknown = await ledger.append('a', 'none', [anEvent()]).catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(LedgerUnavailable);
  expect(await gathered(ledger.readAll())).toEqual([]);
});

test('while the server is away everything says so, and goes on when it is back', async () => {
  const ledger = await open();
  accepted(await ledger.append('a', 'none', [anEvent()]));
  server.stop();
  const event = anEvent();
  await expect(ledger.append('a', 0, [event])).rejects.toThrow(LedgerUnavailable);
  await expect(gathered(ledger.readAll())).rejects.toThrow(LedgerUnavailable);
  await expect(gathered(ledger.readStream('a'))).rejects.toThrow(LedgerUnavailable);
  await expect(ledger.head()).rejects.toThrow(LedgerUnavailable);
  await expect(open()).rejects.toThrow(LedgerUnavailable);
  await server.resume();
  expect(accepted(await ledger.append('a', 0, [event])).duplicate).toBe(false);
  expect(await gathered(ledger.readAll())).toHaveLength(2);
});

test('what was acknowledged before restarts is there after them, and nothing twice', async () => {
  const ledger = await open();
  const writing = new AbortController();
  const acknowledged: string[] = [];
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let revision = -1; !writing.signal.aborted;) {
      const events = [anEvent()];
      const result = await untilKnown(() =>
        ledger.append(`client-${writer}`, revision < 0 ? 'none' : revision, events),
      );
      revision = accepted(result).revision;
      acknowledged.push(events[0]?.id ?? '');
    }
  });
  for (let restart = 0; restart < 5; restart += 1) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    await server.restart();
  }
  writing.abort();
  await Promise.all(writers);
  const stored = (await gathered(ledger.readAll())).map(({ id }) => id);
  expect(new Set(stored).size).toBe(stored.length);
  expect(stored.toSorted()).toEqual(acknowledged.toSorted());
});

async function untilKnown<T>(ask: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error;
    }
}

test('a read that is cut or not answered is asked again', async () => {
  const ledger = await open();
  const events = Array.from({ length: 40 }, () => anEvent());
  accepted(await ledger.append('a', 'none', events));
  const ids = events.map(({ id }) => id);
  for (const fault of ['cut', 'no answer', { cutAfter: 7 }] as const) {
    server.faults.reads.push(fault);
    expect((await gathered(ledger.readStream('a'))).map(({ id }) => id)).toEqual(ids);
    server.faults.reads.push(fault);
    expect((await gathered(ledger.readAll())).map(({ id }) => id)).toEqual(ids);
  }
});

test('a following is begun again from its own last event after a cut or an end, and gives nothing twice', async () => {
  const ledger = await open();
  const seen: RecordedEvent[] = [];
  const alarms: unknown[] = [];
  const handler = async (batch: readonly RecordedEvent[]) => void seen.push(...batch);
  ledger.subscribe({ after: START, handler, onError: (error) => alarms.push(error) });
  const written: string[] = [];
  const write = async () => {
    const result = accepted(await ledger.append(`client-${written.length}`, 'none', [anEvent(), anEvent()]));
    written.push(...result.events.map(({ id }) => id));
  };
  await write();
  for (const fault of ['cut', 'ends', 'gives an event twice', 'cut', 'ends'] as const) {
    await until(() => seen.length === written.length);
    server.faults.subscriptions = fault;
    await write();
    await write();
  }
  await until(() => seen.length >= written.length);
  expect(seen.map(({ id }) => id)).toEqual(written);
  expect(alarms.length).toBeGreaterThanOrEqual(2);
});

test('a following that goes silent is noticed by its heartbeat, told, and begun again', async () => {
  const ledger = await open('', { heartbeatMs: 50 });
  const seen: RecordedEvent[] = [];
  const alarms: unknown[] = [];
  const handler = async (batch: readonly RecordedEvent[]) => void seen.push(...batch);
  ledger.subscribe({ after: START, handler, onError: (error) => alarms.push(error) });
  accepted(await ledger.append('a', 'none', [anEvent()]));
  await until(() => seen.length === 1);
  server.faults.subscriptions = 'goes silent';
  accepted(await ledger.append('a', 0, [anEvent()]));
  await until(() => alarms.some((alarm) => alarm instanceof SubscriptionStalled));
  server.faults.subscriptions = undefined;
  await until(() => seen.length === 2);
  expect(seen.map(({ revision }) => revision)).toEqual([0, 1]);
});

test('recordedAt never goes back in what a process writes, whatever order the server takes it in', async () => {
  const ledger = await open();
  for (let round = 0; round < 8; round += 1)
    server.faults.appends.push(...Array.from({ length: 10 }, (_, index) => ({ delayMs: (index * 7) % 40 })));
  await Promise.all(
    Array.from({ length: 20 }, async (_, caller) => {
      for (let revision = 0; revision < 4; revision += 1)
        accepted(await ledger.append(`client-${caller}`, revision === 0 ? 'none' : revision - 1, [anEvent()]));
    }),
  );
  const stamped = (await gathered(ledger.readAll())).map(({ recordedAt }) => recordedAt);
  expect(stamped).toHaveLength(80);
  expect(stamped).toEqual(stamped.toSorted());
  expect(new Set(stamped).size).toBeGreaterThan(3);
});

test('the server’s own events are passed over, also where there are thousands after the last of ours', async () => {
  const ledger = await open();
  accepted(await ledger.append('a', 'none', [anEvent()]));
  const head = await ledger.head();
  for (let count = 0; count < 1_500; count += 1) server.log.own();
  expect(await ledger.head()).toBe(head);
  expect(await (await open()).head()).toBe(head);
  accepted(await ledger.append('b', 'none', [anEvent()]));
  expect((await gathered(ledger.readAll())).map(({ stream }) => stream)).toEqual(['a', 'b']);
  expect((await gathered(ledger.readAll({ prefixes: ['b'] }))).map(({ stream }) => stream)).toEqual(['b']);
});

test('a reading of chosen streams that ends time and again is given up after a few times', async () => {
  const ledger = await open();
  accepted(await ledger.append('a', 'none', [anEvent()]));
  let begun = 0;
  const always = { configurable: true, get: () => ((begun += 1), 'ends' as const), set: () => undefined };
  Object.defineProperty(server.faults, 'subscriptions', always);
  try {
    await expect(gathered(ledger.readAll({ prefixes: ['a'] }))).rejects.toThrow(LedgerUnavailable);
    expect(begun).toBeLessThan(10);
  } finally {
    Object.defineProperty(server.faults, 'subscriptions', { configurable: true, writable: true, value: undefined });
  }
});

test('seals are read by name, and stand beside the order', async () => {
  const ledger = await open();
  accepted(await ledger.append('seal-1', 'none', [anEvent()]));
  accepted(await ledger.append('a', 'none', [anEvent()]));
  accepted(await ledger.append('seal-1', 0, [anEvent()]));
  expect((await gathered(ledger.readAll())).map(({ stream }) => stream)).toEqual(['a']);
  expect(await ledger.head()).toBe((await gathered(ledger.readStream('a')))[0]?.position);
  expect(await gathered(ledger.readStream('seal-1'))).toHaveLength(2);
});

test('ledgers on one server do not see each other', async () => {
  const ledger = await open();
  const other = await openLedger(server.url('faults-too'));
  opened.push(other);
  accepted(await ledger.append('a', 'none', [anEvent()]));
  accepted(await other.append('a', 'none', [anEvent()]));
  expect(await gathered(other.readAll())).toHaveLength(1);
  expect(await gathered(ledger.readAll())).toHaveLength(1);
});

test('an append too large for the server is packed; one that stays too large is a bug and records nothing', async () => {
  const ledger = await open();
  const result = accepted(await ledger.append('a', 'none', [aLargeEvent(900_000), anEvent()]));
  const read = await gathered(ledger.readStream('a'));
  expect(read.map(({ bytes }) => bytes)).toEqual(result.events.map(({ bytes }) => bytes));
  expect(read.flatMap(verifyBytes)).toEqual([]);
  const noise = Array.from({ length: 3 }, () =>
    anEvent({ type: 'ClaimDetermined', payload: noisy(randomBytes(350_000).toString('hex')) }),
  );
  await expect(ledger.append('b', 'none', noise)).rejects.toThrow(RangeError);
  expect(await gathered(ledger.readStream('b'))).toEqual([]);
});
const noisy = (text: string) => ({ ...(aLargeEvent(100).payload as object), passed: [text] });

test('a stream somebody deleted on the server is an error that names it', async () => {
  const ledger = await open();
  accepted(await ledger.append('a', 'none', [anEvent()]));
  accepted(await ledger.append('b', 'none', [anEvent()]));
  server.log.softDelete('faults.a');
  server.log.tombstone('faults.b');
  await expect(ledger.append('a', 'none', [anEvent()])).rejects.toThrow('a was deleted on the server');
  await expect(ledger.append('b', 0, [anEvent()])).rejects.toThrow(StreamDeletedError);
});

test('what another program put into a stream of ours is refused, not overlooked', async () => {
  const ledger = await open();
  const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${server.port}?tls=false`);
  await client.appendToStream('faults.a', binaryEvent({ type: 'ClaimWithdrawn', data: Buffer.from('{}') }), {
    expectedRevision: NO_STREAM,
  });
  await expect(gathered(ledger.readStream('a'))).rejects.toThrow('was not written by this program');
  await expect(gathered(ledger.readAll())).rejects.toThrow('was not written by this program');
  await client.dispose();
});

test('a cluster is found by asking one of its members', async () => {
  const address = server.url('cluster').replace('esdb:', 'esdb+discover:');
  const ledger = await openLedger(address);
  opened.push(ledger);
  accepted(await ledger.append('a', 'none', [anEvent()]));
  expect(await gathered(ledger.readAll())).toHaveLength(1);
});

test('a ledger opened for reading follows, and cannot write', async () => {
  const writer = await open();
  accepted(await writer.append('a', 'none', [anEvent()]));
  const reader = await open('', { readOnly: true });
  const seen: RecordedEvent[] = [];
  reader.subscribe({ after: START, handler: async (batch) => void seen.push(...batch) });
  accepted(await writer.append('a', 0, [anEvent()]));
  await until(() => seen.length === 2);
  await expect(reader.append('a', 1, [anEvent()])).rejects.toThrow('opened for reading');
});

test('over TLS the server is known by its certificate and we by user and password', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-tls-'));
  const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => join(folder, name)) as [string, string];
  const request = 'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost';
  const made = spawnSync('openssl', [...request.split(' '), '-keyout', key, '-out', certificate]);
  if (made.status !== 0) {
    process.stdout.write('Skipped: there is no openssl to make a certificate with\n');
    return;
  }
  const guarded = await StandIn.start({
    userAndPassword: 'anja:geheim',
    key: readFileSync(key),
    certificate: readFileSync(certificate),
  });
  const address = (who: string) =>
    `esdb://${who}@localhost:${guarded.port}?tlsCAFile=${certificate}&ledger=tls&answerWithin=2000`;
  const ledger = await openLedger(address('anja:geheim'));
  accepted(await ledger.append('a', 'none', [anEvent()]));
  expect(await gathered(ledger.readAll())).toHaveLength(1);
  await expect(openLedger(address('anja:anders'))).rejects.toMatchObject({
    name: 'StoreRefused',
    message: 'LEDGER_URL: EventStoreDB refuses: Unauthenticated',
  });
  await expect(openLedger(`esdb://anja:geheim@localhost:${guarded.port}?answerWithin=500`)).rejects.toThrow(
    LedgerUnavailable,
  );
  await ledger.close();
  await guarded.close();
  rmSync(folder, { recursive: true });
});

test('from a place where no event stands is read and followed what comes after it, also far from the beginning', async () => {
  const ledger = await open();
  for (let count = 0; count < 4_200; count += 1) server.log.own();
  const events = Array.from({ length: 3 }, () => anEvent());
  const { position } = accepted(await ledger.append('a', 'none', events));
  accepted(await ledger.append('b', 'none', [anEvent()]));
  const between = (position - 1) as Position; // Within the last of the three.
  expect(placesOf(await gathered(ledger.readAll({ after: between })))).toEqual(['a 2', 'b 0']);
  expect(placesOf(await gathered(ledger.readAll({ after: between, max: 1 })))).toEqual(['a 2']);
  expect(placesOf(await gathered(ledger.readAll({ after: between, prefixes: ['a'] })))).toEqual(['a 2']);
  const seen: RecordedEvent[] = [];
  ledger.subscribe({ after: between, handler: async (batch) => void seen.push(...batch) });
  await until(() => seen.length === 2);
  expect(placesOf(seen)).toEqual(['a 2', 'b 0']);
});
const placesOf = (found: readonly RecordedEvent[]) => found.map(({ stream, revision }) => `${stream} ${revision}`);

test('of a long stream a newly started process reads only the end, and finds there what is asked again', async () => {
  const first = await open('&answerWithin=10000');
  const appended = [];
  for (let append = 0; append < 5; append += 1) {
    const events = Array.from({ length: 500 }, () => anEvent());
    accepted(await first.append('long', append === 0 ? 'none' : append * 500 - 1, events));
    appended.push(...events);
  }
  const second = await open('&connectionName=second&answerWithin=10000');
  const asked = jest.spyOn(EventStoreDBClient.prototype, 'readStream');
  const again = appended.slice(2_400, 2_402);
  expect(accepted(await second.append('long', 2_499, again))).toMatchObject({ duplicate: true, revision: 2_401 });
  expect(accepted(await second.append('long', 2_499, [anEvent()]))).toMatchObject({
    duplicate: false,
    revision: 2_500,
  });
  const from = asked.mock.calls.map(([, options]) => Number(options?.fromRevision));
  asked.mockRestore();
  expect(Math.min(...from)).toBeGreaterThanOrEqual(1_500);
});
