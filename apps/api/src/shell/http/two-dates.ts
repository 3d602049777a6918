import { amsterdamDay, dayOf, type Day } from '@uitkomst/domain';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '@uitkomst/ledger';
import { todayOf } from '../today.js';
import { invalidField } from './problem.js';

/** As of when something is asked, and as known when; without the second: everything known now. */
export interface Cut {
  readonly asOf: Day;
  /** UTC instant. */
  readonly knownAsOf?: string;
}

/** Where the question names the day of knowledge. */
interface Place {
  readonly in?: 'query' | 'body';
  readonly pointer?: string;
}

/** A day of knowledge is known at its end, in Amsterdam; today is one, a day to come is not. The default of `asOf` is today. */
export function cutOf(
  query: { readonly asOf?: string | undefined; readonly knownAsOf?: string | undefined },
  clock: Clock,
  { in: place = 'query', pointer = '/knownAsOf' }: Place = {},
): Cut {
  const asOf = query.asOf === undefined ? todayOf(clock) : dayOf(query.asOf);
  if (query.knownAsOf === undefined) return { asOf };
  if (isToCome(query.knownAsOf, clock.now())) throw invalidField({ in: place, pointer, ...TO_COME });
  return { asOf, knownAsOf: instantOf(query.knownAsOf) };
}

const TO_COME = {
  code: 'too_late',
  message: { nl: 'Wat dan bekend is, weet nog niemand', en: 'Nobody knows yet what will be known then' },
} as const;

const isDay = (text: string): boolean => text.length === 'jjjj-mm-dd'.length;

function isToCome(asked: string, nowMs: number): boolean {
  return isDay(asked) ? dayOf(asked) > amsterdamDay(new Date(nowMs).toISOString()) : Date.parse(asked) > nowMs;
}

function instantOf(text: string): string {
  if (!isDay(text)) return Temporal.Instant.from(text).toString();
  const nextDay = Temporal.PlainDate.from(text).add({ days: 1 }).toZonedDateTime('Europe/Amsterdam');
  return nextDay.toInstant().subtract({ milliseconds: 1 }).toString();
}
