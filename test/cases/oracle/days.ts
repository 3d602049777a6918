/** A calendar day as a count of days; only differences and order mean anything. */
export type Day = number;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

function count(year: number, month: number, dayOfMonth: number): Day {
  let days = daysBeforeYear(year) + dayOfMonth - 1;
  for (let earlier = 1; earlier < month; earlier += 1) days += daysInMonth(year, earlier);
  return days;
}

function split(day: Day): { year: number; month: number; dayOfMonth: number } {
  let year = Math.floor(day / 366) + 1;
  while (daysBeforeYear(year + 1) <= day) year += 1;
  let month = 1;
  let rest = day - daysBeforeYear(year);
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return { year, month, dayOfMonth: rest + 1 };
}

/** The day a text such as 2008-02-29 names. */
export function dayOf(text: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) throw new Error(`not a day: ${text}`);
  return count(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day as a case file writes it. */
export function textOf(day: Day): string {
  const { year, month, dayOfMonth } = split(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** A day plus calendar months, clamped to the last day of the month: 31 August + 6 = 28 February. */
function plusMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = split(day);
  const total = year * 12 + (month - 1) + months;
  const newYear = Math.floor(total / 12);
  const newMonth = total - newYear * 12 + 1;
  return count(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
}

function partsOf(duration: string): { months: number; days: number } {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration);
  if (!match) throw new Error(`not a duration: ${duration}`);
  const [years, months, weeks, days] = match.slice(1).map((digits) => Number(digits ?? 0));
  return { months: (years ?? 0) * 12 + (months ?? 0), days: (weeks ?? 0) * 7 + (days ?? 0) };
}

/** A day plus a duration such as P6M, P26W or P0D. */
export function plus(day: Day, duration: string): Day {
  const { months, days } = partsOf(duration);
  return plusMonths(day, months) + days;
}

/** A day minus a duration. */
export function minus(day: Day, duration: string): Day {
  const { months, days } = partsOf(duration);
  return plusMonths(day, -months) - days;
}
