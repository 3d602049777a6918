import type { Contract } from '../terms/terms.js';
import type { Day } from '../values/calendar-date.js';

/** What was assigned to a provider under a contract, from a day on. */
interface Assigned {
  readonly providerId: string;
  readonly from: Day;
}

/**
 * Whether a provider holds what was assigned under this contract: it was assigned to itself, or an amendment in force by then, and not
 * over before the assignment began, put it in the place of who held it (rules 3.4: the assignment follows the successor).
 */
export function isHeldBy(
  contract: Contract | undefined,
  assigned: Assigned,
  { providerId, at }: { readonly providerId: string; readonly at: Day },
): boolean {
  const holders = new Set([assigned.providerId]);
  for (const { providerId: successor, succeeds, period } of contract?.registrations ?? []) {
    const isInForce = period.from <= at && period.to > period.from && period.to > assigned.from;
    if (succeeds !== undefined && holders.has(succeeds) && isInForce) holders.add(successor);
  }
  return holders.has(providerId);
}
