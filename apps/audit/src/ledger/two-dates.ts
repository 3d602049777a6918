import { addDays, amsterdamDay, CalendarDate, type Day, dayOf, textOf } from '@uitkomst/domain';
import { type Ledger, type Position, positionKnownAsOf } from '@uitkomst/ledger';
import { z } from 'zod';
import { EXIT, Stop } from '../exit.js';

/** Every question can be put at two dates: as of a day in the world, as known at a moment of the ledger. */
export interface TwoDates {
  readonly asOf?: string | undefined;
  readonly knownAsOf?: string | undefined;
}

/** The day of --as-of; undefined when it was not given. */
export function asOfDay({ asOf }: TwoDates): Day | undefined {
  if (asOf === undefined) return undefined;
  if (!CalendarDate.safeParse(asOf).success)
    throw new Stop(EXIT.UNREADABLE, `--as-of must be an existing date (jjjj-mm-dd), not ${asOf}`);
  return dayOf(asOf);
}

/** The last position known at --known-as-of: an instant, or a day (its end in Amsterdam). By default the head, never the clock. */
export async function knownPosition(ledger: Ledger, { knownAsOf }: TwoDates): Promise<Position> {
  if (knownAsOf === undefined) return ledger.head();
  if (CalendarDate.safeParse(knownAsOf).success) return positionKnownAsOf(ledger, endOf(dayOf(knownAsOf)));
  if (z.iso.datetime({ offset: true }).safeParse(knownAsOf).success) return positionKnownAsOf(ledger, knownAsOf);
  throw new Stop(EXIT.UNREADABLE, `--known-as-of must be an existing date or an instant, not ${knownAsOf}`);
}

/** The last millisecond of a day in Amsterdam, found by looking at the calendar, since days there have 23 to 25 hours. */
export function endOf(day: Day): string {
  const noon = Date.parse(`${textOf(day)}T12:00:00Z`);
  let within = noon;
  let beyond = Date.parse(`${textOf(addDays(day, 1))}T12:00:00Z`);
  while (within + 1 < beyond) {
    const middle = Math.floor((within + beyond) / 2);
    if (amsterdamDay(instant(middle)) <= day) within = middle;
    else beyond = middle;
  }
  return instant(within);
}

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
