import { memoryLedger, SEAL_STREAM, type Ledger } from '@uitkomst/ledger';
import { write } from '../contract/tally.js';
import { holds, NewestSeen, type EventPlace } from './newest-seen.js';

const opened: Ledger[] = [];
afterEach(() => Promise.all(opened.splice(0).map((ledger) => ledger.close())));

async function ledgerOf(count: number): Promise<Ledger> {
  const ledger = memoryLedger();
  opened.push(ledger);
  await write(ledger, count);
  return ledger;
}

async function readAllOf(ledger: Ledger, stream: string): Promise<void> {
  for await (const event of ledger.readStream(stream)) expect(event.stream).toBe(stream);
}

test('what another process recorded is seen when it is read, and is not older than what was seen before', async () => {
  const ledger = await ledgerOf(3);
  const events = [];
  for await (const event of ledger.readAll()) events.push(event);
  const [first, , last] = events;
  const seen = new NewestSeen(ledger);
  expect(seen.place()).toBeUndefined();
  await readAllOf(seen.ledger, last?.stream ?? '');
  await readAllOf(seen.ledger, first?.stream ?? '');
  expect(seen.place()).toMatchObject({ leafHash: last?.leafHash });
  await readAllOf(seen.ledger, SEAL_STREAM);
  expect(await holds(ledger, seen.place() as EventPlace)).toBe(true);
});

test('a ledger that ends before an event, or went another way, does not hold it', async () => {
  const seen = new NewestSeen(await ledgerOf(0));
  await write(seen.ledger, 3);
  const place = seen.place() as EventPlace;
  expect(await holds(seen.ledger, place)).toBe(true);
  expect(await holds(await ledgerOf(0), place)).toBe(false);
  expect(await holds(await ledgerOf(3), place)).toBe(false);
});
