import { addDays, dayOf, type Day } from '@uitkomst/domain';
import { BankFileRefused } from './bank-message.js';

/** A value date may lie some days ahead of the booking; further it is another month or year than was meant. */
const VALUE_DAYS_MAX = 31;

/** What the bank tells has happened: a day that is still to come is no such day, and what was booked could not be taken back. */
export function refuseAhead(on: string | undefined, today: Day, place: string): void {
  if (on !== undefined && dayOf(on) > today) throw new BankFileRefused('DAY_AHEAD', place);
}

/** As {@link refuseAhead}, for the day from which the bank reckons with the money. */
export const refuseFarAhead = (on: string | undefined, today: Day, place: string): void =>
  refuseAhead(on, addDays(today, VALUE_DAYS_MAX), place);
