import { memoryLedger } from './adapters/memory.ledger.js';
import { accepted, gathered } from './contract/bench-of-ledgers.js';
import { positionKnownAsOf } from './known-as-of.js';
import { START, type Position } from './ledger.js';
import { anEvent } from './testing/events.js';
import { manualClock } from './testing/manual-clock.js';
import { randomFrom } from './testing/random.js';

test('what was known at an instant is everything recorded at or before it', async () => {
  const random = randomFrom(7);
  const clock = manualClock('2025-03-01T09:00:00.000Z');
  const ledger = memoryLedger({ clock });
  for (let index = 0; index < 40; index += 1) {
    accepted(
      await ledger.append(
        `client-${index}`,
        'none',
        Array.from({ length: 1 + random.below(3) }, () => anEvent()),
      ),
    );
    clock.advance(random.below(3) * 500);
  }
  const all = await gathered(ledger.readAll());
  for (let second = -1; second <= 60; second += 0.25) {
    const instant = new Date(Date.parse('2025-03-01T09:00:00.000Z') + second * 1000).toISOString();
    const known = all.findLast(({ recordedAt }) => recordedAt <= instant)?.position ?? START;
    expect({ instant, known: await positionKnownAsOf(ledger, instant) }).toEqual({ instant, known });
  }
});

test('places may have gaps', async () => {
  const ledger = memoryLedger({ clock: manualClock('2025-03-01T09:00:00.000Z') });
  for (const stream of ['a', 'b', 'c']) accepted(await ledger.append(stream, 'none', [anEvent()]));
  const [first, second, third] = await gathered(ledger.readAll());
  if (!first || !second || !third) throw new Error('Three were recorded');
  const sparse = [
    { ...plainly(first), position: 10 as Position, recordedAt: '2025-03-01T09:00:00.000Z' },
    { ...plainly(second), position: 40 as Position, recordedAt: '2025-03-01T09:01:00.000Z' },
    { ...plainly(third), position: 41 as Position, recordedAt: '2025-03-01T09:02:00.000Z' },
  ];
  const gapped = {
    ...ledger,
    head: async () => 41 as Position,
    readAll: async function* ({ after = START, max = 9 } = {}) {
      yield* sparse.filter(({ position }) => position > after).slice(0, max);
    },
  } as unknown as typeof ledger;
  const at = (time: string) => positionKnownAsOf(gapped, `2025-03-01T${time}.000Z`);
  expect(await Promise.all([at('08:59:59'), at('09:00:00'), at('09:01:30'), at('09:02:00')])).toEqual([
    START,
    10,
    40,
    41,
  ]);
});
const plainly = ({ id, stream }: { readonly id: string; readonly stream: string }) => ({ id, stream });

test('an instant that is none is refused', async () => {
  await expect(positionKnownAsOf(memoryLedger(), 'yesterday')).rejects.toThrow(RangeError);
});
