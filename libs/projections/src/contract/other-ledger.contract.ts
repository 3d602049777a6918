import { memoryLedger, type RecordedEvent } from '@uitkomst/ledger';
import { RowsOfAnotherLedger } from '../belonging/ledger-mark.js';
import { ProjectionRunner } from '../runner.js';
import type { OpenEmptyLedger } from './runner.contract.js';
import { tally, write, type OpenReads } from './tally.js';

/** A read store beside another ledger than its rows were made from, on any engine. */
export function otherLedgerContract(open: OpenReads, empty: OpenEmptyLedger = memoryLedger): void {
  const stores = async () => ({ ledger: await empty(), reads: await open() });

  test('rows of a ledger that was put back from a backup are thrown away, not kept', async () => {
    const { ledger, reads } = await stores();
    const projection = tally(1);
    await write(ledger, 20);
    await new ProjectionRunner({ ledger, reads, projections: [projection] }).catchUp();
    const older = await empty();
    await write(older, 3);
    await new ProjectionRunner({ ledger: older, reads, projections: [projection] }).catchUp();
    expect(await reads.count(projection)).toBe(3);
    expect(await reads.checkpoint('tally', 1)).toBe(await older.head());
  });

  test.each([
    ['as long', 20],
    ['longer', 31],
  ])('rows of another ledger are thrown away where it is %s than the one they were made from', async (_than, count) => {
    const { ledger, reads } = await stores();
    const [old, projection] = [tally(1), tally(2)];
    await write(ledger, 20);
    await new ProjectionRunner({ ledger, reads, projections: [old] }).catchUp();
    const other = await empty();
    await write(other, count);
    const told: unknown[] = [];
    const onError = (error: unknown): void => void told.push(error);
    const runner = new ProjectionRunner({ ledger: other, reads, projections: [projection], onError, pauseMs: 1 });
    await runner.start();
    expect(await runner.waitUntil(await other.head(), 60_000)).toBe(true);
    await runner.stop();
    expect(told).toEqual([expect.any(RowsOfAnotherLedger)]);
    const fresh = await open();
    await new ProjectionRunner({ ledger: other, reads: fresh, projections: [projection] }).catchUp();
    expect(await reads.hash(projection)).toBe(await fresh.hash(projection));
    await new ProjectionRunner({ ledger: other, reads, projections: [projection], onError }).catchUp();
    expect(told).toHaveLength(1); // Its own rows are believed.
  });

  test('rows of a ledger that went another way after a backup was put back are thrown away', async () => {
    const { ledger, reads } = await stores();
    const projection = tally(1);
    await write(ledger, 10);
    const backup: RecordedEvent[] = [];
    for await (const event of ledger.readAll()) backup.push(event);
    const runner = new ProjectionRunner({ ledger, reads, projections: [projection], pauseMs: 1 });
    await runner.start();
    await write(ledger, 3);
    await runner.waitUntil(await ledger.head(), 60_000);
    await runner.stop();
    const restored = await empty();
    await restored.restore(backup);
    await write(restored, 9);
    await new ProjectionRunner({ ledger: restored, reads, projections: [projection] }).catchUp();
    const fresh = await open();
    await new ProjectionRunner({ ledger: restored, reads: fresh, projections: [projection] }).catchUp();
    expect(await reads.hash(projection)).toBe(await fresh.hash(projection));
  });
}
