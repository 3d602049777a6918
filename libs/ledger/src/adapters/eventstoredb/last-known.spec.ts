import { EventStoreDBClient } from '@eventstore/db-client';
import { StandIn } from '../../../../../test/stores/eventstoredb-stand-in/stand-in.js';
import { accepted, gathered, seedFor, until } from '../../contract/bench-of-ledgers.js';
import { positionKnownAsOf } from '../../known-as-of.js';
import { START, type Ledger, type RecordedEvent } from '../../ledger.js';
import { newSigningKey } from '../../seal/signing-key.js';
import { anEvent } from '../../testing/events.js';
import { manualClock } from '../../testing/manual-clock.js';
import { randomFrom } from '../../testing/random.js';
import { sealAll } from '../../testing/sealing.js';
import { eventStoreDbLedger } from './eventstoredb.ledger.js';

const BEGIN = Date.parse('2025-03-01T09:00:00.000Z');

let server: StandIn;
const opened: Ledger[] = [];
beforeAll(async () => {
  server = await StandIn.start();
});
afterAll(async () => {
  await Promise.all(opened.map((ledger) => ledger.close()));
  await server.close();
});

/** Two processes whose clocks differ by a second and who do not hear of each other in time, so that recordedAt goes back now and then. */
async function twoProcesses() {
  const random = randomFrom(seedFor('two clocks'));
  const url = server.url('two');
  const clocks = [0, 1_000].map((ahead) => manualClock(new Date(BEGIN + ahead).toISOString()));
  const ledgers = await Promise.all(
    clocks.map((clock, index) => eventStoreDbLedger({ url: `${url}&connectionName=p${index}`, clock })),
  );
  opened.push(...ledgers);
  for (let event = 0; event < 30; event += 1) {
    const one = random.below(2);
    // Late: it was stamped before what the other has stored meanwhile.
    server.faults.appends.push({ delayMs: random.below(3) * 5 });
    await Promise.all(
      [one, 1 - one].slice(0, 1 + random.below(2)).map(async (process) => {
        accepted(await (ledgers[process] as Ledger).append(`client-${event}-${process}`, 'none', [anEvent()]));
      }),
    );
    for (const clock of clocks) clock.advance(random.below(4) * 400);
  }
  return { ledger: ledgers[0] as Ledger, all: await gathered((ledgers[0] as Ledger).readAll()) };
}

/** The last position before anything was recorded later than asked. */
function known(all: readonly RecordedEvent[], instant: number) {
  const later = all.findIndex(({ recordedAt }) => Date.parse(recordedAt) > instant);
  return (later < 0 ? all.at(-1) : all[later - 1])?.position ?? START;
}

test('what was known by an instant is everything before the first event recorded later, whatever order it is asked in', async () => {
  const { ledger, all } = await twoProcesses();
  const stamped = all.map(({ recordedAt }) => recordedAt);
  expect(stamped).not.toEqual(stamped.toSorted()); // Else this shows nothing.
  const end = Date.parse(stamped.at(-1) ?? '') - BEGIN;
  for (const share of [0.5, 0.2, 1.1, 0, 0.9, -0.1, 0.35, 0.75]) {
    const instant = BEGIN + Math.round(end * share);
    expect({ share, known: await positionKnownAsOf(ledger, new Date(instant).toISOString()) }).toEqual({
      share,
      known: known(all, instant),
    });
  }
  for (const { recordedAt } of all)
    expect(await positionKnownAsOf(ledger, recordedAt)).toBe(known(all, Date.parse(recordedAt)));
});

test('what was known is found from a seal that is safely earlier, and nothing is lost between', async () => {
  const clock = manualClock('2025-03-01T09:00:00.000Z');
  const ledger = await eventStoreDbLedger({ url: server.url('sealed'), clock });
  opened.push(ledger);
  const key = newSigningKey('test/log');
  for (let event = 0; event < 60; event += 1) {
    accepted(await ledger.append(`client-${event}`, 'none', [anEvent()]));
    clock.advance(20_000);
    if (event % 4 === 3) await sealAll(ledger, key);
  }
  const all = await gathered(ledger.readAll());
  const readAll = jest.spyOn(EventStoreDBClient.prototype, 'readAll');
  const beginnings: boolean[] = [];
  for (const minute of [-1, 0, 1, 5, 6, 7.5, 8.5, 12, 15, 19, 30]) {
    readAll.mockClear();
    const position = await positionKnownAsOf(ledger, new Date(BEGIN + minute * 60_000).toISOString());
    // The ledger also looks at its end now and then.
    const onwards = readAll.mock.calls.find(([asked]) => asked?.direction === 'forwards');
    const from = onwards?.[0]?.fromPosition;
    beginnings.push(typeof from !== 'object' || Number(from.prepare) < Number(all[0]?.position));
    const within = all.filter((event) => event.position <= position).length;
    const recorded = all.filter(({ recordedAt }) => Date.parse(recordedAt) <= BEGIN + minute * 60_000).length;
    expect({ minute, within }).toEqual({ minute, within: recorded });
  }
  readAll.mockRestore();
  // The first seal is made after 80 seconds: from the beginning only where none is six minutes earlier.
  expect(beginnings).toEqual([...Array<boolean>(5).fill(true), ...Array<boolean>(6).fill(false)]);
});

test('who writes after hearing of another’s event stamps nothing before it', async () => {
  const url = server.url('heard');
  const ahead = await eventStoreDbLedger({ url, clock: manualClock('2025-03-01T09:03:00.000Z') });
  const behind = await eventStoreDbLedger({
    url: `${url}&connectionName=behind`,
    clock: manualClock('2025-03-01T09:00:00.000Z'),
  });
  opened.push(ahead, behind);
  accepted(await behind.append('a', 'none', [anEvent()]));
  accepted(await ahead.append('b', 'none', [anEvent()]));
  const heard: string[] = [];
  behind.subscribe({ after: START, handler: async (batch) => void heard.push(...batch.map(({ stream }) => stream)) });
  await until(() => heard.includes('b'));
  expect(accepted(await behind.append('c', 'none', [anEvent()])).events[0]?.recordedAt).toBe(
    '2025-03-01T09:03:00.000Z',
  );
});
