import { dayOf } from '@uitkomst/domain';
import type { Clock } from '@uitkomst/ledger';

const DAY_MILLISECONDS = 86_400_000;
const NINE_O_CLOCK = 9 * 3_600_000;

/** A clock that stands still until it is set to a later morning: so the years of the stories pass in a second. */
export class SimulatedClock implements Clock {
  private instant = 0;

  now(): number {
    return this.instant;
  }

  elapsed(): number {
    return this.instant;
  }

  /** To nine o'clock (UTC) of that day, or a second further if it is that day already. */
  moveTo(on: string): void {
    this.instant = Math.max(this.instant + 1000, dayOf(on) * DAY_MILLISECONDS + NINE_O_CLOCK);
  }
}
