import type { Clock } from '../clock.js';
import type { AppendResult, Ledger, RecordedEvent } from '../ledger.js';
import { manualClock, type ManualClock } from '../testing/manual-clock.js';

/** Opens an empty ledger of the engine under test. */
export type OpenLedger = (options: { readonly clock: Clock }) => Ledger | Promise<Ledger>;

/** Hands out ledgers that are closed when the test is over. */
export function ledgersFor(open: OpenLedger): (clock?: ManualClock) => Promise<Ledger> {
  const opened: Ledger[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((ledger) => ledger.close()));
  });
  return async (clock = manualClock('2025-03-01T09:00:00.000Z')) => {
    const ledger = await open({ clock });
    opened.push(ledger);
    return ledger;
  };
}

/** Everything an iteration gives. */
export async function gathered(events: AsyncIterable<RecordedEvent>): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** The result of an append that must have been acknowledged. */
export function accepted(result: AppendResult): Extract<AppendResult, { ok: true }> {
  if (!result.ok) throw new Error(`Not acknowledged: ${JSON.stringify(result)}`);
  return result;
}

/** Waits until something holds, for at most ten seconds. */
export async function until(condition: () => boolean): Promise<void> {
  const ticks = 2_000;
  for (let tick = 0; tick < ticks && !condition(); tick += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(condition()).toBe(true);
}

/** A number to start chance from; printed, so that a failure can be had again. */
export function seedFor(title: string): number {
  const seed = Number(process.env['SEED'] ?? performance.now() * 1000) >>> 0;
  process.stdout.write(`${title}: SEED=${seed}\n`);
  return seed;
}
