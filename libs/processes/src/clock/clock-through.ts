import type { Day } from '@uitkomst/domain';
import { dueBy, type Projecting, type ReadStore } from '@uitkomst/projections';
import type { Ledger } from '@uitkomst/ledger';
import type { OnError, SendToFile, Timers } from '../ports.js';
import { MaturityClock, type ClockRound } from './maturity-clock.js';

export interface ClockParts {
  readonly ledger: Pick<Ledger, 'head'>;
  readonly reads: ReadStore;
  readonly projecting: Pick<Projecting, 'waitUntil'>;
  readonly send: SendToFile;
  readonly onError: OnError;
}

/** One look may bring the next (a term that was over brings a closing); a day never asks for more than a few. */
const ROUNDS_MAX = 20;
const READS_WITHIN_MS = 600_000;
const never: Timers = { every: () => () => undefined };

/** The read models are too far behind to know what is due. */
export class AgendaBehind extends Error {
  override readonly name = 'AgendaBehind';
}

/**
 * Everything that is due on or before a day, until nothing more follows from it: what the clock would have done, had it run since the
 * first day that was missed. It may be asked twice, late or on two machines.
 */
export async function clockThrough(
  { ledger, reads, projecting, send, onError }: ClockParts,
  day: Day,
): Promise<ClockRound> {
  const clock = new MaturityClock({
    agenda: (on, page) => dueBy(reads, on, page),
    send,
    today: () => day,
    timers: never,
    onError,
  });
  let last: ClockRound = { done: 0, failed: 0 };
  let done = 0;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const before = await ledger.head();
    if (!(await projecting.waitUntil(before, READS_WITHIN_MS))) throw new AgendaBehind('The read models lag behind');
    last = await clock.runOnce(day);
    if (round === 0) done = last.done;
    if ((await ledger.head()) === before) break;
  }
  return { done, failed: last.failed };
}
