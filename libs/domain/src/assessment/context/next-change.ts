import { addDays, type Day, FOREVER } from '../../values/calendar-date.js';
import type { Context } from '../context.js';
import type { Opening } from './opening.js';

/**
 * The earliest later day on which a fact already known may matter: one of the dates the facts carry, a term that runs out, or the
 * day on which a growing gap or a sinking average crosses its limit while nothing else changes.
 */
export function nextChange(opening: Opening, context: Context | undefined, untils: readonly Day[]): Day | undefined {
  const { at, claim, timeline, payments, subject } = opening;
  let next: Day = FOREVER;
  const consider = (day: Day | undefined): void => {
    if (day !== undefined && day > at && day < next) next = day;
  };
  consider(timeline.nextOn);
  consider(payments.nextOn);
  for (const { from } of subject.terms.ruleSets) consider(from);
  consider(claim.assertedOutflowOn);
  // The day after the last one of the term: the clock closes what was not completed.
  if (claim.completionUntilOn !== undefined) consider(addDays(claim.completionUntilOn, 1));
  for (const until of untils) consider(until);
  if (context) {
    consider(context.maturityOn);
    for (const day of crossings(context)) consider(day);
  }
  return next === FOREVER ? undefined : next;
}

/** Days that make a difference by mere passing while the window is still growing. */
function crossings({ worked, maturityOn, at, parameters }: Context): readonly Day[] {
  if (!worked || maturityOn === undefined || at + 1 >= maturityOn) return [];
  const within = (days: number): readonly Day[] => (at + days < maturityOn ? [addDays(at, days)] : []);
  const { gapDays, lastDayWorked, lastDayHours, hourDays, days } = worked;
  if (!lastDayWorked) return gapDays <= parameters.maxGapDays ? within(parameters.maxGapDays - gapDays + 1) : [];
  const minimum = Math.round(parameters.minHours * 100);
  const surplus = hourDays - minimum * days;
  if (minimum === 0 || lastDayHours === minimum || surplus >= 0 === lastDayHours > minimum) return [];
  const step = Math.abs(minimum - lastDayHours);
  return within(surplus >= 0 ? Math.floor(surplus / step) + 1 : Math.ceil(-surplus / step));
}
