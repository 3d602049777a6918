import type { Clock } from '../clock.js';
import { ClockRefused } from '../ledger.js';

const TOLERANCE_MS = 5 * 60_000;

/**
 * The ledger's own time: `recordedAt` never goes back, and a wall clock that runs ahead of monotonic time, or is behind what was
 * recorded last, by more than five minutes is refused (rulings §4.3).
 */
export class LedgerTime {
  private known: { readonly wall: number; readonly elapsed: number };

  constructor(
    private readonly clock: Clock,
    private last: number = Number.NEGATIVE_INFINITY,
  ) {
    this.known = { wall: clock.now(), elapsed: clock.elapsed() };
  }

  /** The instant for what is appended now. Throws {@link ClockRefused}. */
  stamp(): string {
    const now = this.clock.now();
    const elapsed = this.clock.elapsed();
    const expected = this.known.wall + (elapsed - this.known.elapsed);
    if (now > expected + TOLERANCE_MS) throw new ClockRefused(`The clock ran ${now - expected} ms ahead`);
    if (now < this.last - TOLERANCE_MS) throw new ClockRefused(`The clock is ${this.last - now} ms behind the ledger`);
    return new Date(Math.max(now, this.last)).toISOString();
  }

  /** Events of another time were copied in: what comes is not before them, but they say nothing of how this clock runs. */
  restored(events: readonly { readonly recordedAt: string }[]): void {
    for (const { recordedAt } of events) this.last = Math.max(this.last, Date.parse(recordedAt));
  }

  /** What was stamped is stored: from here time goes on. */
  stored(recordedAt: string): void {
    const stamped = Date.parse(recordedAt);
    this.last = Math.max(this.last, stamped);
    this.known = { wall: stamped, elapsed: this.clock.elapsed() };
  }
}
