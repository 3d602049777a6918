import { setTimeout as sleep } from 'node:timers/promises';
import { memoryLedger } from '@uitkomst/ledger';
import { tally, write } from './contract/tally.js';
import type { Lease } from './lease.js';
import { Leadership } from './leadership.js';
import { SharedProjecting } from './shared-projecting.js';
import { temporaryFolder } from './testing/temporary-folder.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const LEASE_MS = 1_000;
const errors: unknown[] = [];
const onError = (error: unknown): void => void errors.push(error);
const holds = async (condition: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 400 && !condition(); tries += 1) await sleep(5);
  expect(condition()).toBe(true);
};

test('one leads; when it stops another takes over at once, with a greater token', async () => {
  const leases = folder.reads();
  const terms: string[] = [];
  const make = (who: string) =>
    new Leadership({
      leases,
      name: 'relay',
      leaseMs: LEASE_MS,
      onError,
      lead: async ({ token }: Lease) => {
        terms.push(`${who} ${token}`);
        return async () => void terms.push(`${who} ends`);
      },
    });
  const [a, b] = [make('a'), make('b')];
  a.start();
  await holds(() => a.leading);
  b.start();
  await sleep(3 * LEASE_MS);
  expect([a.leading, b.leading]).toEqual([true, false]);
  await a.stop();
  await holds(() => b.leading);
  await b.stop();
  expect(terms).toEqual(['a 1', 'a ends', 'b 2', 'b ends']);
});

test('who was overtaken ends its work as soon as it hears; work that does not begin is tried again', async () => {
  const leases = folder.reads();
  let ended = 0;
  let begun = 0;
  const leadership = new Leadership({
    leases,
    name: 'relay',
    leaseMs: LEASE_MS,
    onError,
    lead: async () => {
      begun += 1;
      if (begun === 1) throw new Error('not yet');
      return async () => void (ended += 1);
    },
  });
  leadership.start();
  await holds(() => leadership.leading);
  expect(errors.map(String)).toContain('Error: not yet');
  const held = { name: 'relay', holder: '', token: 2 };
  await leases.leaveLease(held); // As if it had slept for too long.
  expect(await leases.takeLease('relay', 'other', 10_000)).toMatchObject({ token: 3 });
  await holds(() => ended === 1);
  expect(leadership.leading).toBe(false);
  await leadership.stop();
});

test('of two that share a read store one writes, both know how far it is, and the other goes on where it stops', async () => {
  const ledger = memoryLedger();
  const reads = folder.reads();
  const make = () =>
    new SharedProjecting({ ledger, reads, projections: [tally(1)], onError, leaseMs: LEASE_MS, pauseMs: 1 });
  const both = [make(), make()] as const;
  for (const one of both) await one.start();
  await holds(() => both.some(({ leading }) => leading));
  const [leader, standby] = both[0].leading ? both : [both[1], both[0]];
  await write(ledger, 30);
  expect(await leader.waitUntil(await ledger.head(), 60_000)).toBe(true);
  expect(await standby.waitUntil(await ledger.head(), 60_000)).toBe(true);
  expect([leader.leading, standby.leading]).toEqual([true, false]);
  await leader.stop();
  await write(ledger, 30);
  expect(await standby.waitUntil(await ledger.head(), 60_000)).toBe(true);
  expect([await standby.lag(), standby.leading]).toEqual([0, true]);
  await standby.stop();
  const rows = await reads.select(tally(1));
  expect(rows.reduce((sum, { events }) => sum + events, 0)).toBe(60);
});
