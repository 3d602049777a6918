import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A calendar day in Europe/Amsterdam, counted from 1970-01-01, so that order and distance are plain arithmetic. */
export type Day = number & { readonly [day]: true };
declare const day: unique symbol;

/** Later than every day: the end of a period that runs on. */
export const FOREVER = Number.POSITIVE_INFINITY as Day;

/** A duration of the definition sets: months and days never interchange (P6M is 181–184 days, P26W always 182). */
export interface Duration {
  readonly months: number;
  readonly days: number;
}

const EPOCH = Temporal.PlainDate.from('1970-01-01');
const YEAR_MIN = 1900;
const YEAR_MAX = 2199;

/** Days repeat endlessly in files; the range above bounds these tables. */
const dayOfText = new Map<string, Day>();
const textOfDay = new Map<Day, string>();

function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    const date = Temporal.PlainDate.from(text);
    if (date.year < YEAR_MIN || date.year > YEAR_MAX) return undefined;
    return EPOCH.until(date).days as Day;
  } catch {
    return undefined; // 30 February and the like.
  }
}

/** The day a text names, undefined if none. Remembered: every date of every event is checked when it is recorded. */
function dayNamed(text: string): Day | undefined {
  const known = dayOfText.get(text);
  if (known !== undefined) return known;
  const parsed = parseDay(text);
  if (parsed !== undefined) dayOfText.set(text, parsed);
  return parsed;
}

/** The day a text `jjjj-mm-dd` names. The text must have passed {@link CalendarDate}; anything else is a bug. */
export function dayOf(text: string): Day {
  const named = dayNamed(text);
  if (named === undefined) throw new RangeError(`Not a calendar date: ${text}`);
  return named;
}

const FIRST = EPOCH.until({ year: YEAR_MIN, month: 1, day: 1 }).days;
const LAST = EPOCH.until({ year: YEAR_MAX, month: 12, day: 31 }).days;

/** `jjjj-mm-dd`. A term may run past the calendar of this product; written down it then ends where the calendar does. */
export function textOf(date: Day): string {
  const within = Number.isFinite(date) ? (Math.min(Math.max(date, FIRST), LAST) as Day) : date;
  const known = textOfDay.get(within);
  if (known !== undefined) return known;
  const text = EPOCH.add({ days: within }).toString();
  textOfDay.set(within, text);
  return text;
}

/** A calendar date as stored and sent: `jjjj-mm-dd`, between 1900 and 2199. */
export const CalendarDate = z.iso
  .date()
  .refine((text) => dayNamed(text) !== undefined, `no calendar date between ${YEAR_MIN} and ${YEAR_MAX}`)
  .meta({
    id: 'CalendarDate',
    description: 'Kalenderdag (Europe/Amsterdam), jjjj-mm-dd, van 1900 tot en met 2199',
    format: 'date',
  });

/** Durations as in the definition sets: P6M, P26W, P0D, P5Y. */
export const DurationText = z
  .string()
  .regex(/^P\d{1,4}[DWMY]$/)
  .meta({ id: 'Duration', description: 'Termijn: P6M, P26W, P10D of P5Y' });

const UNITS: Readonly<Record<string, (n: number) => Duration>> = {
  D: (n) => ({ months: 0, days: n }),
  W: (n) => ({ months: 0, days: 7 * n }),
  M: (n) => ({ months: n, days: 0 }),
  Y: (n) => ({ months: 12 * n, days: 0 }),
};

export function durationOf(text: string): Duration {
  const unit = UNITS[text.slice(-1)];
  const count = Number(text.slice(1, -1));
  if (!unit || !Number.isInteger(count)) throw new RangeError(`Not a duration: ${text}`);
  return unit(count);
}

const CACHE_MAX = 50_000;
const sums = new Map<number, Day>();

/** Adds calendar months, clamped to the last day of the month (31 August + P6M = 28 February), then days. */
export function addDuration(date: Day, { months, days }: Duration): Day {
  return ((months === 0 || date === FOREVER ? date : addMonths(date, months)) + days) as Day;
}

function addMonths(date: Day, months: number): Day {
  const key = date * 1_000_000 + months; // The longest duration, P9999Y, is 119,988 months.
  const known = sums.get(key);
  if (known !== undefined) return known;
  const sum = EPOCH.until(EPOCH.add({ days: date }).add({ months }, { overflow: 'constrain' })).days as Day;
  if (sums.size >= CACHE_MAX) sums.clear();
  sums.set(key, sum);
  return sum;
}

/** The day that many days later (or earlier). */
export const addDays = (date: Day, days: number): Day => (date + days) as Day;

/** Midnight in Amsterdam falls on a whole hour of UTC, so all instants of one such hour are on one day. */
const dayOfHour = new Map<string, Day>();
const UTC_HOUR = /^\d{4}-\d{2}-\d{2}T\d{2}(?=:\d{2}:\d{2}(\.\d+)?Z$)/;

/** The day of an instant, as the officer's calendar in Amsterdam shows it. */
export function amsterdamDay(instant: string): Day {
  const hour = UTC_HOUR.exec(instant)?.[0];
  const known = hour === undefined ? undefined : dayOfHour.get(hour);
  if (known !== undefined) return known;
  const date = dayOf(Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString());
  if (hour === undefined) return date;
  if (dayOfHour.size >= CACHE_MAX) dayOfHour.clear();
  dayOfHour.set(hour, date);
  return date;
}

/** The instant at which a day begins in Amsterdam, to the millisecond, so that instants compare as texts. */
export const startOf = (date: Day): string =>
  Temporal.PlainDate.from(textOf(date))
    .toZonedDateTime('Europe/Amsterdam')
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });

export const earliest = (...days: readonly Day[]): Day => Math.min(...days) as Day;
export const latest = (...days: readonly Day[]): Day => Math.max(...days) as Day;
