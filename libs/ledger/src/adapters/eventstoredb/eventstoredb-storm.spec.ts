import { served, type Served } from '../../../../../test/stores/eventstoredb-stand-in/served.js';
import { accepted, gathered, seedFor, until } from '../../contract/bench-of-ledgers.js';
import { LedgerUnavailable, START, type AppendResult, type Ledger, type NewEvent } from '../../ledger.js';
import { anEvent } from '../../testing/events.js';
import { randomFrom, type Random } from '../../testing/random.js';
import { eventStoreDbLedger } from './eventstoredb.ledger.js';

// CI runs 1,000 outcomes; `npm run storm` ten times as many.
const OUTCOMES = Number(process.env['STORM_ROUNDS'] ?? 1_000);
const RIVALS = 10;
const AT_ONCE = 16;
const WRITERS = 12;
const APPENDS = 400;
const READERS = 3;
jest.setTimeout(300_000 + OUTCOMES * 200);

let server: Served;
let ledgers: readonly Ledger[];
beforeEach(async () => {
  server = await served();
  const url = server.freshUrl('&answerWithin=2000');
  // Three clients with connections of their own, as three processes have.
  ledgers = await Promise.all(
    ['one', 'two', 'three'].map((name) => eventStoreDbLedger({ url: `${url}&connectionName=${name}` })),
  );
});
afterEach(async () => {
  await Promise.all(ledgers.map((ledger) => ledger.close()));
  await server.close();
});

test(`of ${RIVALS} rivals for each of ${OUTCOMES} outcomes, on new and existing streams, exactly one is acknowledged and exactly one is stored`, async () => {
  const random = randomFrom(seedFor('storm on EventStoreDB'));
  if (server.standIn !== undefined)
    server.standIn.faults.chance = {
      drawn: () => random.below(1_000_000) / 1_000_000,
      oneIn: 500, // A cut is felt by everything under way.
      of: ['cut after commit', 'unavailable', 'delivered twice', { delayMs: 5 }],
    };
  const winners = new Map<string, readonly string[]>();
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let outcome = (next += 1); outcome <= OUTCOMES; outcome = next += 1) {
        const stream = `client-${outcome}`;
        const existing = outcome % 2 === 0;
        const [first] = ledgers;
        if (existing && first)
          accepted(await untilKnown(() => first.append(stream, 'none', [anEvent({ claim: 'x' })])));
        winners.set(stream, await race(stream, existing ? 0 : 'none', random));
      }
    }),
  );
  if (server.standIn !== undefined) server.standIn.faults.chance = undefined;
  const stored = new Map<string, string[]>();
  for await (const { stream, id, revision } of (ledgers[0] as Ledger).readAll())
    if (revision === (Number(stream.slice('client-'.length)) % 2 === 0 ? 1 : 0))
      stored.set(stream, [...(stored.get(stream) ?? []), id]);
    else if (revision > 0) throw new Error(`${stream} has a revision ${revision}`);
  expect(stored.size).toBe(OUTCOMES);
  for (const [stream, ids] of winners) expect({ stream, ids }).toEqual({ stream, ids: stored.get(stream) });
});

/** All at once, over the three; gives the ids of who was told to have won. */
async function race(stream: string, expected: 'none' | number, random: Random): Promise<readonly string[]> {
  const told = await Promise.all(
    Array.from({ length: RIVALS }, async (_, rival) => {
      const events: readonly NewEvent[] = [anEvent({ claim: 'abcdefghij'.charAt(rival) })];
      const ledger = ledgers[random.below(ledgers.length)] as Ledger;
      const result = await untilKnown(() => ledger.append(stream, expected, events));
      return result.ok ? events.map(({ id }) => id) : [];
    }),
  );
  return told.flat();
}

/** As a caller does: asks again with the same ids while the outcome is unknown. */
async function untilKnown(ask: () => Promise<AppendResult>): Promise<AppendResult> {
  for (;;)
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error;
    }
}

test(`${READERS} readers are given everything ${WRITERS} writers append, in order, while it is written and once more`, async () => {
  const random = randomFrom(seedFor('no-skip on EventStoreDB'));
  if (server.standIn !== undefined)
    server.standIn.faults.chance = {
      drawn: () => random.below(1_000_000) / 1_000_000,
      oneIn: 20,
      of: [{ delayMs: 1 }, { delayMs: 10 }, { delayMs: 40 }],
    };
  const followed = ledgers.slice(0, READERS).map((ledger) => {
    const ids: string[] = [];
    ledger.subscribe({ after: START, handler: async (batch) => void ids.push(...batch.map(({ id }) => id)) });
    return ids;
  });
  const appended = await Promise.all(
    Array.from({ length: WRITERS }, (_, writer) =>
      writes(ledgers[writer % ledgers.length] as Ledger, `client-${writer}`, random),
    ),
  );
  const stored = await gathered((ledgers[0] as Ledger).readAll());
  const ids = stored.map(({ id }) => id);
  expect(ids.toSorted()).toEqual(appended.flat().toSorted());
  expect(stored.map(({ position }) => position)).toEqual(
    stored.map(({ position }) => position).toSorted((left, right) => left - right),
  );
  for (const seen of followed) await until(() => seen.length >= ids.length);
  for (const seen of followed) expect(seen).toEqual(ids);
  for (const ledger of ledgers)
    expect((await gathered(ledger.readAll())).map(({ id, stream, revision }) => ({ id, stream, revision }))).toEqual(
      stored.map(({ id, stream, revision }) => ({ id, stream, revision })),
    );
});

async function writes(ledger: Ledger, stream: string, random: Random): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let append = 0; append < APPENDS; append += 1) {
    const events = Array.from({ length: 1 + random.below(2) }, () => anEvent());
    accepted(await ledger.append(stream, ids.length === 0 ? 'none' : ids.length - 1, events));
    ids.push(...events.map(({ id }) => id));
    if (random.below(10) === 0) await new Promise((resolve) => setTimeout(resolve, random.below(5)));
  }
  return ids;
}
