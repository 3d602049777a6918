import { dayOf, type Day } from '@uitkomst/domain';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '@uitkomst/ledger';
import { todayOf } from '../today.js';

/** As of when something is asked, and as known when; without the second: everything known now. */
export interface Cut {
  readonly asOf: Day;
  /** UTC instant. */
  readonly knownAsOf?: string;
}

/** A day of knowledge is known at its end, in Amsterdam; the default of `asOf` is today (or the day of knowledge). */
export function cutOf(
  query: { readonly asOf?: string | undefined; readonly knownAsOf?: string | undefined },
  clock: Clock,
): Cut {
  const asOf = query.asOf === undefined ? todayOf(clock) : dayOf(query.asOf);
  if (query.knownAsOf === undefined) return { asOf };
  return { asOf, knownAsOf: instantOf(query.knownAsOf) };
}

function instantOf(text: string): string {
  if (text.length > 'jjjj-mm-dd'.length) return Temporal.Instant.from(text).toString();
  const nextDay = Temporal.PlainDate.from(text).add({ days: 1 }).toZonedDateTime('Europe/Amsterdam');
  return nextDay.toInstant().subtract({ milliseconds: 1 }).toString();
}
