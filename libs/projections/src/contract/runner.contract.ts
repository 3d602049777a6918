import { memoryLedger, type Ledger, type Position } from '@uitkomst/ledger';
import { CheckpointMoved, type Change, type ReadStore } from '../reads.js';
import { ProjectionRunner } from '../runner.js';
import { tally, write, type OpenReads } from './tally.js';

/** A ledger of its own, whose positions begin where those of any other do. */
export type OpenEmptyLedger = () => Ledger | Promise<Ledger>;

const following = (options: ConstructorParameters<typeof ProjectionRunner>[0]) =>
  new ProjectionRunner({ pauseMs: 1, ...options });

/** What keeps a read store up with the ledger, on any engine. */
export function runnerContract(open: OpenReads, empty: OpenEmptyLedger = memoryLedger): void {
  const stores = async () => ({ ledger: await empty(), reads: await open() });

  test('what is recorded is read, also what is recorded while nobody runs', async () => {
    const { ledger, reads } = await stores();
    const projection = tally(1);
    await write(ledger, 20);
    const first = following({ ledger, reads, projections: [projection], batchMax: 7 });
    await first.start();
    expect(await first.waitUntil(await ledger.head(), 60_000)).toBe(true);
    await first.stop();
    await write(ledger, 13);
    const second = following({ ledger, reads, projections: [projection], batchMax: 7, eventsKept: 3 });
    await second.start();
    expect(await second.waitUntil(await ledger.head(), 60_000)).toBe(true);
    expect(await second.lag()).toBe(0);
    await second.stop();
    const rows = await reads.select(projection, { orderBy: [{ column: 'client' }] });
    expect(rows.reduce((sum, { events }) => sum + events, 0)).toBe(33);
    expect(rows).toHaveLength(8);
  });

  test('a reader who waits for a position that does not come is told so', async () => {
    const { ledger, reads } = await stores();
    const runner = following({ ledger, reads, projections: [tally(1)] });
    await runner.start();
    expect(await runner.waitUntil(10 as Position, 20)).toBe(false);
    await runner.stop();
  });

  test('a failing write is tried again until it succeeds, and nothing is skipped or counted twice', async () => {
    const { ledger, reads } = await stores();
    const projection = tally(1);
    let failures = 0;
    const errors: unknown[] = [];
    const flaky = Object.create(reads) as ReadStore;
    flaky.write = async (changes: readonly Change[]) => {
      failures += 1;
      if (failures % 3 === 1) throw new Error('disk full');
      await reads.write(changes);
      if (failures % 3 === 2) throw new Error('crashed after the commit, before anyone heard');
    };
    const runner = following({
      ledger,
      reads: flaky,
      projections: [projection],
      batchMax: 4,
      onError: (e) => errors.push(e),
    });
    await runner.start();
    await write(ledger, 40);
    expect(await runner.waitUntil(await ledger.head(), 60_000)).toBe(true);
    await runner.stop();
    expect(errors.length).toBeGreaterThan(5);
    const fresh = await open();
    await new ProjectionRunner({ ledger, reads: fresh, projections: [projection] }).catchUp();
    expect(await reads.hash(projection)).toBe(await fresh.hash(projection));
  });
}

/** What is written at once, and once. */
export function writingContract(open: OpenReads): void {
  const stores = async () => ({ ledger: memoryLedger(), reads: await open() });

  test('rows and checkpoint are written together or not at all', async () => {
    const { ledger, reads } = await stores();
    const projection = tally(1);
    await reads.prepare(projection);
    const change = (from: number, to: number, rows: readonly object[]): Change => ({
      projection,
      from: from as Position,
      to: to as Position,
      rows: new Map([['client-1', rows]]),
    });
    const row = { client: 'a', events: 1, lastAt: 0 };
    await expect(reads.write([change(-1, 3, [row, row])])).rejects.toThrow(/unique/i);
    expect(await reads.checkpoint('tally', 1)).toBe(-1);
    await reads.write([change(-1, 3, [row])]);
    await expect(reads.write([change(-1, 4, [])])).rejects.toThrow(CheckpointMoved);
    expect(await reads.count(projection)).toBe(1);
    await ledger.close();
  });

  test('running twice from one checkpoint changes nothing', async () => {
    const { ledger, reads } = await stores();
    const projection = tally(1);
    await write(ledger, 25);
    await new ProjectionRunner({ ledger, reads, projections: [projection] }).catchUp();
    const before = await reads.hash(projection);
    await new ProjectionRunner({ ledger, reads, projections: [projection] }).catchUp();
    expect(await reads.hash(projection)).toBe(before);
  });
}

/** Built anew beside what readers see, on any engine. */
export function rebuildContract(open: OpenReads, empty: OpenEmptyLedger = memoryLedger): void {
  const stores = async () => ({ ledger: await empty(), reads: await open() });

  test('a new version is built beside the old one under load, takes its place, and equals one built from nothing', async () => {
    const { ledger, reads } = await stores();
    const [old, renewed] = [tally(1), tally(2)];
    await write(ledger, 300);
    const before = following({ ledger, reads, projections: [old], batchMax: 20 });
    await before.start();
    await before.waitUntil(await ledger.head(), 60_000);
    await before.stop();

    const runner = following({ ledger, reads, projections: [old, renewed], batchMax: 20 });
    await runner.start();
    const seen: number[] = [];
    // On a busy machine five events may be recorded many times while twenty are built: then readers go on, and recording waits.
    const [patience, limit] = [performance.now() + 10_000, performance.now() + 60_000];
    for (let round = 0; round < 60 || ((await reads.served('tally')) === 1 && performance.now() < limit); round += 1) {
      if (performance.now() < patience) await write(ledger, 5);
      await new Promise(setImmediate);
      const rows = await reads.select(renewed);
      seen.push(rows.reduce((sum, { events }) => sum + events, 0));
    }
    expect(await runner.waitUntil(await ledger.head(), 60_000)).toBe(true);
    await runner.stop();
    expect(seen).toEqual(seen.toSorted((a, b) => a - b)); // Readers never saw less than before.
    expect(seen[0]).toBeGreaterThanOrEqual(300);
    expect(await reads.served('tally')).toBe(2);
    expect(await reads.checkpoint('tally', 1)).toBe(-1);

    const fresh = await open();
    await new ProjectionRunner({ ledger, reads: fresh, projections: [renewed] }).catchUp();
    expect(await reads.hash(renewed)).toBe(await fresh.hash(renewed));
  });

  test('a read store is resumed where its file left off, whatever stopped the process', async () => {
    const { ledger } = await stores();
    const projection = tally(1);
    await write(ledger, 10);
    const first = await open('resumed');
    await new ProjectionRunner({ ledger, reads: first, projections: [projection] }).catchUp();
    const second = await open('resumed'); // The first was never closed.
    expect(await second.checkpoint('tally', 1)).toBe(await ledger.head());
    expect(await second.hash(projection)).toBe(await first.hash(projection));
  });
}
