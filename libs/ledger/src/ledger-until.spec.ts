import { memoryLedger } from './adapters/memory.ledger.js';
import { ledgerUntil, PastIsClosed } from './ledger-until.js';
import type { Ledger, Position, RecordedEvent } from './ledger.js';
import { anEvent } from './testing/index.js';

async function three(): Promise<{ readonly ledger: Ledger; readonly positions: readonly Position[] }> {
  const ledger = memoryLedger();
  const positions: Position[] = [];
  for (const [stream, expected] of [
    ['client-0392-a', 'none'],
    ['client-0392-b', 'none'],
    ['client-0392-a', 0],
  ] as const) {
    const appended = await ledger.append(stream, expected, [anEvent()]);
    if (appended.ok) positions.push(appended.position);
  }
  return { ledger, positions };
}

const read = async (events: AsyncIterable<RecordedEvent>): Promise<Position[]> => {
  const found: Position[] = [];
  for await (const { position } of events) found.push(position);
  return found;
};

test('what was recorded later is not there: not in all, not on a stream, from either end', async () => {
  const { ledger, positions } = await three();
  const [first, second, third] = positions as [Position, Position, Position];
  const past = ledgerUntil(ledger, second);
  expect(await past.head()).toBe(second);
  expect(await read(past.readAll())).toEqual([first, second]);
  expect(await read(past.readAll({ after: first, until: third, max: 5 }))).toEqual([second]);
  expect(await read(past.readStream('client-0392-a'))).toEqual([first]);
  expect(await read(past.readStream('client-0392-a', { backwards: true, max: 1 }))).toEqual([first]);
  expect(await read(past.readStream('client-0392-a', { from: 1 }))).toEqual([]);
});

test('nothing is added to the past, and who looks at it does not close the ledger', async () => {
  const { ledger, positions } = await three();
  const past = ledgerUntil(ledger, positions[0] as Position);
  await expect(past.append('client-0392-a', 0, [anEvent()])).rejects.toThrow(PastIsClosed);
  await expect(past.restore([])).rejects.toThrow(PastIsClosed);
  const told: unknown[] = [];
  const subscription = past.subscribe({
    after: positions[0] as Position,
    handler: async (batch) => void told.push(batch),
  });
  await past.close();
  await ledger.append('client-0392-b', 0, [anEvent()]);
  expect([told, await subscription.lag()]).toEqual([[], 0]);
  await subscription.close();
});
