import type { Contract } from '../terms/terms.js';
import type { Day } from '../values/calendar-date.js';

/** What was assigned to a provider under a contract, from a day on. */
interface Assigned {
  readonly providerId: string;
  readonly from: Day;
}

/**
 * Whether a provider took over what was assigned to another under this contract: an amendment that names it, in force by then and not
 * over before the assignment began, followed a registration of the other (rules 3.4: the assignment follows the successor).
 */
export function hasSucceeded(
  { registrations }: Contract,
  assigned: Assigned,
  { providerId, at }: { readonly providerId: string; readonly at: Day },
): boolean {
  const first = registrations.findIndex((known) => known.providerId === assigned.providerId);
  const predecessor = registrations[first];
  if (predecessor === undefined) return false;
  return registrations.some(
    ({ providerId: named, period }, index) =>
      named === providerId &&
      index > first &&
      period.from >= predecessor.period.from &&
      period.from <= at &&
      period.to > period.from &&
      period.to > assigned.from,
  );
}
