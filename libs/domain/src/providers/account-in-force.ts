import type { Account, Terms } from '../terms/terms.js';
import { addDays, type Day } from '../values/calendar-date.js';

/** Days between the confirmation of an account and the first payment to it: time for a provider to see a change that is not theirs. */
export const COOLING_DAYS = 7;

/**
 * The account on which a provider is paid on a day: the one in use last, and only if another person confirmed it long enough ago. An
 * account that is waiting for that keeps the earlier one from being used too: nobody knows which of the two is right.
 */
export function accountInForce(
  { accounts }: Pick<Terms, 'accounts'>,
  providerId: string,
  { today, coolingDays = COOLING_DAYS }: { readonly today: Day; readonly coolingDays?: number | undefined },
): string | undefined {
  const inUse = accounts.get(providerId)?.reduce<Account | undefined>((latest, account) => {
    if (account.activeFrom > today) return latest;
    return latest === undefined || account.activeFrom >= latest.activeFrom ? account : latest;
  }, undefined);
  if (inUse?.confirmedOn === undefined || addDays(inUse.confirmedOn, coolingDays) > today) return undefined;
  return inUse.accountId;
}
