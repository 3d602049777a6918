import type { Contract } from '../terms/terms.js';
import type { Day } from '../values/calendar-date.js';

/** What was assigned to a provider under a contract, from a day on. */
interface Assigned {
  readonly providerId: string;
  readonly from: Day;
}

/**
 * Whether a provider holds what was assigned to another under this contract: an amendment in force by then, and not over before the
 * assignment began, put it in the other's place, or in that of a successor (rules 3.4: the assignment follows the successor).
 */
export function hasSucceeded(
  { registrations }: Contract,
  assigned: Assigned,
  { providerId, at }: { readonly providerId: string; readonly at: Day },
): boolean {
  const holders = new Set([assigned.providerId]);
  for (const { providerId: successor, succeeds, period } of registrations) {
    const isInForce = period.from <= at && period.to > period.from && period.to > assigned.from;
    if (succeeds !== undefined && holders.has(succeeds) && isInForce) holders.add(successor);
  }
  return providerId !== assigned.providerId && holders.has(providerId);
}
