import type { Clock } from '../clock.js';

/** A clock that stands still until it is moved; `jump` moves the wall clock alone, as a wrongly set machine would. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): void;
  jump(milliseconds: number): void;
}

export function manualClock(start: string): ManualClock {
  let now = Date.parse(start);
  let elapsed = 0;
  return {
    now: () => now,
    elapsed: () => elapsed,
    advance: (milliseconds) => {
      now += milliseconds;
      elapsed += milliseconds;
    },
    jump: (milliseconds) => {
      now += milliseconds;
    },
  };
}
