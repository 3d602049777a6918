import { START, type Ledger, type Position, type RecordedEvent } from './ledger.js';

/**
 * The last position whose recordedAt is at or before an instant: what "as known at" that instant means (rulings §4.2). recordedAt
 * never goes back, so a binary search over the positions finds it; an engine where that does not hold has a way of its own.
 */
export async function positionKnownAsOf(ledger: Ledger, instant: string): Promise<Position> {
  const asked = Date.parse(instant);
  if (Number.isNaN(asked)) throw new RangeError(`Not an instant: ${instant}`);
  if (ledger.knownAsOf !== undefined) return ledger.knownAsOf(asked);
  let known = START; // Recorded by then, or before everything.
  let later = (await ledger.head()) + 1; // Not recorded by then, or after everything.
  while (known + 1 < later) {
    const middle = Math.floor((known + later) / 2);
    const next = await firstAfter(ledger, (middle - 1) as Position);
    // Positions may have gaps: the first event from the middle on stands for all places up to it.
    if (next === undefined || next.position >= later || Date.parse(next.recordedAt) > asked) later = middle;
    else known = next.position;
  }
  return known;
}

async function firstAfter(ledger: Ledger, after: Position): Promise<RecordedEvent | undefined> {
  for await (const event of ledger.readAll({ after, max: 1 })) return event;
  return undefined;
}
