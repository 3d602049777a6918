import { addDuration, dayOf, durationOf, textOf } from '../../values/calendar-date.js';
import type { Objection } from './objections.js';

const DECISION_TERM = durationOf('P6W');

/** Last days on which an objection is decided in time, without and with postponement. */
export interface DecisionTerm {
  readonly decideByOn: string;
  readonly postponedUntilOn: string;
}

/**
 * Six weeks, and six more when postponed, from the day after the term for objecting was over (Awb 7:10); a late one's from the day
 * after it was filed. Calendar days in Amsterdam.
 */
export function decisionTerm({ filedOn, termUntilOn }: Pick<Objection, 'filedOn' | 'termUntilOn'>): DecisionTerm {
  const from = termUntilOn === undefined || filedOn > termUntilOn ? filedOn : termUntilOn;
  const decideBy = addDuration(dayOf(from), DECISION_TERM);
  return { decideByOn: textOf(decideBy), postponedUntilOn: textOf(addDuration(decideBy, DECISION_TERM)) };
}
