import { setTimeout as sleep } from 'node:timers/promises';
import { memoryLedger, START, type Ledger, type Position, type RecordedEvent } from '@uitkomst/ledger';
import { tally } from './contract/tally.js';
import { Lane } from './lane.js';
import type { Change, ReadStore } from './reads.js';
import { ProjectionRunner } from './runner.js';
import { invited, record } from './testing/recording.js';
import { temporaryFolder } from './testing/temporary-folder.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const CLIENTS = 30;
const EVENTS = 8;
const client = (n: number): string => `client-0363-aaaaaaaaaaa${'abcdef'.charAt(n % 6)}${'abcde'.charAt(n / 6)}`;

/** Every client gets an event before any gets its next one: nobody's file lies together. */
async function grown(ledger: Ledger, events: number): Promise<void> {
  for (let event = 0; event < events; event += 1)
    for (let n = 0; n < CLIENTS; n += 1) await record(ledger, client(n), invited('SPRING'));
}

/** Counts how often a stream was read. */
function counting(ledger: Ledger): { readonly ledger: Ledger; readonly read: () => number } {
  let read = 0;
  const counted = Object.create(ledger) as Ledger;
  counted.readStream = (...asked) => {
    read += 1;
    return ledger.readStream(...asked);
  };
  return { ledger: counted, read: () => read };
}

/** Room for far fewer events than there are. */
const SMALL = { batchMax: 10, eventsKept: 12, pauseMs: 1 };

async function hashOf(ledger: Ledger): Promise<string> {
  const reads = folder.reads();
  await new ProjectionRunner({ ledger, reads, projections: [tally(1)] }).catchUp();
  return reads.hash(tally(1));
}

test('a read model is made anew without reading a file more than once, however much files grew side by side', async () => {
  const whole = memoryLedger();
  await grown(whole, EVENTS);
  const { ledger, read } = counting(whole);
  const reads = folder.reads();
  await new ProjectionRunner({ ledger, reads, projections: [tally(1)], ...SMALL }).catchUp();
  expect(await reads.hash(tally(1))).toBe(await hashOf(ledger));
  expect(read()).toBeLessThanOrEqual(2 * CLIENTS);
});

test('what is recorded while it is made is in it too, and so is what a failed write had read ahead', async () => {
  const ledger = memoryLedger();
  await grown(ledger, EVENTS);
  const reads = folder.reads();
  const flaky = Object.create(reads) as ReadStore;
  let writes = 0;
  flaky.write = async (changes: readonly Change[]) => {
    writes += 1;
    if (writes % 3 === 0) throw new Error('disk full');
    if (writes % 5 === 0 && writes < 30) await record(ledger, client(writes), invited('LATER'));
    await reads.write(changes);
    if (writes % 7 === 0) throw new Error('crashed after the commit, before anyone heard');
  };
  const runner = new ProjectionRunner({ ledger, reads: flaky, projections: [tally(1)], ...SMALL });
  await runner.start();
  for (let head = START; head < (await ledger.head());) {
    head = await ledger.head();
    expect(await runner.waitUntil(head, 120_000)).toBe(true);
  }
  await runner.stop();
  expect(writes).toBeGreaterThan(20);
  expect(await reads.hash(tally(1))).toBe(await hashOf(ledger));
});

test('what comes after the long way, folded while its last part is still being written, passes nothing over', async () => {
  const ledger = memoryLedger();
  await grown(ledger, EVENTS);
  const end = await ledger.head();
  const reads = folder.reads();
  const slow = Object.create(reads) as ReadStore;
  slow.write = async (changes: readonly Change[]) => {
    if (changes[0]?.to === end) await sleep(100); // The runner goes on meanwhile.
    await reads.write(changes);
  };
  const lane = new Lane(ledger, slow, SMALL.eventsKept);
  await reads.prepare(tally(1));
  await lane.add(tally(1));
  lane.catchUpTo(end);
  await grown(ledger, 2); // Later than what is made up for.
  let part: RecordedEvent[] = [];
  for await (const event of ledger.readAll()) {
    part.push(event);
    if (part.length < SMALL.batchMax) continue;
    await lane.fold(part);
    if (event.position <= end) await lane.write();
    part = [];
  }
  await lane.write();
  await lane.written();
  expect(await reads.hash(tally(1))).toBe(await hashOf(ledger));
});

test('broken off half-way it goes on from its checkpoint to the same rows', async () => {
  const ledger = memoryLedger();
  await grown(ledger, EVENTS);
  const reads = folder.reads();
  const breaking = Object.create(reads) as ReadStore;
  breaking.write = async (changes: readonly Change[]) => {
    if ((changes[0]?.to ?? 0) > 150) throw new Error('power cut');
    await reads.write(changes);
  };
  const broken = new ProjectionRunner({ ledger, reads: breaking, projections: [tally(1)], ...SMALL });
  await expect(broken.catchUp()).rejects.toThrow('power cut');
  const checkpoint = await reads.checkpoint('tally', 1);
  expect([checkpoint > 100, checkpoint < (await ledger.head())]).toEqual([true, true]);
  await new ProjectionRunner({ ledger, reads, projections: [tally(1)], ...SMALL }).catchUp();
  expect(await reads.checkpoint('tally', 1)).toBe((CLIENTS * EVENTS - 1) as Position);
  expect(await reads.hash(tally(1))).toBe(await hashOf(ledger));
});

test('a new version is made although the ledger was away when the making of it began', async () => {
  const whole = memoryLedger();
  await grown(whole, EVENTS);
  const reads = folder.reads();
  await new ProjectionRunner({ ledger: whole, reads, projections: [tally(1)] }).catchUp();
  const ledger = Object.create(whole) as Ledger;
  let away = 0;
  ledger.subscribe = (asked) => {
    away = 3; // From when it is followed, so many times.
    return whole.subscribe(asked);
  };
  ledger.head = async () => {
    if (away === 0) return whole.head();
    away -= 1;
    throw new Error('the ledger is away');
  };
  const errors: unknown[] = [];
  const onError = (error: unknown): number => errors.push(error);
  const runner = new ProjectionRunner({ ledger, reads, projections: [tally(2)], ...SMALL, onError });
  await runner.start();
  for (let tries = 0; (await reads.served('tally')) !== 2 && tries < 1_000; tries += 1) await sleep(5);
  await runner.stop();
  expect([await reads.served('tally'), errors.length]).toEqual([2, 3]);
  expect(await reads.hash(tally(2))).toBe(await hashOf(whole));
});
