import { EventEmitter, once } from 'node:events';
import type { Ledger, NewEvent } from '../ledger.js';
import { anEvent } from '../testing/events.js';
import { randomFrom } from '../testing/random.js';
import { accepted, gathered, ledgersFor, seedFor, type OpenLedger } from './bench-of-ledgers.js';

const ROUNDS = 60;
const RACERS = 8;

/** Exactly one winner, whoever races and however often they ask. */
export function racingContract(open: OpenLedger): void {
  const opened = ledgersFor(open);

  test(`of ${RACERS} rivals on a new stream exactly one is acknowledged and exactly one is stored, ${ROUNDS} times`, async () => {
    const ledger = await opened();
    const random = randomFrom(seedFor('racing on new streams'));
    for (let round = 0; round < ROUNDS; round += 1)
      await race(ledger, { stream: `new-${round}`, expected: 'none', random });
  });

  test(`of ${RACERS} rivals on an existing stream exactly one is acknowledged and exactly one is stored, ${ROUNDS} times`, async () => {
    const ledger = await opened();
    const random = randomFrom(seedFor('racing on an existing stream'));
    accepted(await ledger.append('busy', 'none', [anEvent()]));
    for (let round = 0; round < ROUNDS; round += 1) await race(ledger, { stream: 'busy', expected: round, random });
  });

  test('a conflict in a busy moment harms nobody else', async () => {
    const ledger = await opened();
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        ledger.append(`client-${index}`, index % 2 === 0 ? 'none' : 7, [anEvent()]),
      ),
    );
    expect(results.map((result) => result.ok)).toEqual(results.map((_, index) => index % 2 === 0));
    expect(results[1]).toEqual({ ok: false, conflict: { actual: -1 } });
    expect(await gathered(ledger.readAll())).toHaveLength(20);
  });
}

interface Race {
  readonly stream: string;
  readonly expected: 'none' | number;
  readonly random: { below(end: number): number };
}

/** All start on one signal; some ask again at once with the same ids, some after their answer. */
async function race(ledger: Ledger, { stream, expected, random }: Race): Promise<void> {
  const rivals = Array.from({ length: RACERS }, (_, index) => [anEvent({ claim: `b${'abcdefgh'[index]}` })]);
  const signal = new EventEmitter();
  const started = once(signal, 'start');
  const asking = rivals.flatMap((events) =>
    Array.from({ length: 1 + random.below(3) }, () => asks(started, ledger, { stream, expected, events })),
  );
  signal.emit('start');
  const answers = await Promise.all(asking);
  const again = await Promise.all(rivals.map((events) => ledger.append(stream, expected, events)));
  const winners = new Set([...answers, ...again].flatMap((result) => (result.ok ? [result.events[0]?.id] : [])));
  const firsts = answers.filter((result) => result.ok && !result.duplicate);
  const stored = await gathered(ledger.readStream(stream, { from: expected === 'none' ? 0 : expected + 1 }));
  expect(winners.size).toBe(1);
  expect(firsts).toHaveLength(1);
  expect(stored.map(({ id }) => id)).toEqual([...winners]);
  expect(again.every((result) => result.ok || 'conflict' in result)).toBe(true);
}

async function asks(
  started: Promise<unknown>,
  ledger: Ledger,
  ask: { readonly stream: string; readonly expected: 'none' | number; readonly events: readonly NewEvent[] },
) {
  await started;
  return ledger.append(ask.stream, ask.expected, ask.events);
}
