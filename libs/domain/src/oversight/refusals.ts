import { accept, type Asking, type Decider } from '../decider.js';
import type { EventOf, RecordedOf } from '../event.js';
import { amsterdamDay, type Day } from '../values/calendar-date.js';
import type { RefusalRecorded } from './events.js';

/** Something that was refused to somebody who decides or pays. */
export interface RecordRefusal {
  readonly type: 'RecordRefusal';
  readonly refusal: EventOf<typeof RefusalRecorded>['payload'];
}
export type RefusalEvent = EventOf<typeof RefusalRecorded>;

/** How many there were on the last day there were any. */
export interface RefusalsState {
  readonly on?: Day;
  readonly count: number;
}

/** Whoever tries more often than this on one day tells an auditor nothing new, and must not fill the ledger. */
export const REFUSALS_A_DAY_MAX = 100;

/** What providers and registers record, and what runs by itself, decides nothing; its refusals are no sign of anybody's intent. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  'RegisterClient',
  'RecordFact',
  'RetractFact',
  'CorrectFact',
  'SubmitClaim',
  'CompleteClaim',
  'WithdrawClaim',
  'Redetermine',
  'ExpireClaim',
  'CloseClaim',
]);
/** Slips of the pen: who names what is not there, is there already, or saw an older version, asks again. */
const INNOCENT: ReadonlySet<string> = new Set([
  'NOT_FOUND',
  'VERSION_STALE',
  'VERSION_EXISTS',
  'VERSION_NOT_NEXT',
  'RULE_SET_UNKNOWN',
  'ALREADY_REGISTERED',
  'ID_REUSED',
  'INVALID_PERIOD',
  'UNKNOWN_REFERENCE',
]);

/** Whether an auditor would want to know that this was refused: approval, payment, clawback, objection and what leads to them. */
export const isKeptRefusal = (command: string, code: string): boolean => !NOT_KEPT.has(command) && !INNOCENT.has(code);

/** Geweigerde handelingen of one person (stream `refusals-…`), capped by the day. */
export const refusalsDecider: Decider<RefusalsState, RecordRefusal, RefusalEvent, Asking, RecordedOf<RefusalEvent>> = {
  initial: { count: 0 },
  evolve: ({ on, count }, { recordedAt }) => {
    const day = amsterdamDay(recordedAt);
    return { on: day, count: day === on ? count + 1 : 1 };
  },
  decide: ({ on, count }, { refusal }, { today }) =>
    on === today && count >= REFUSALS_A_DAY_MAX ? accept() : accept({ type: 'RefusalRecorded', payload: refusal }),
};
