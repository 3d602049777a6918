import { type Day, dayOf, FOREVER } from './calendar-date.js';

/** Half-open: `to` is the first day on which it is no longer so; a running period ends at FOREVER. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** A period as events write it; without an end it runs on. */
export const periodOf = (written: { readonly validFrom: string; readonly validTo?: string | undefined }): Period => ({
  from: dayOf(written.validFrom),
  to: written.validTo === undefined ? FOREVER : dayOf(written.validTo),
});

export const covers = ({ from, to }: Period, date: Day): boolean => from <= date && date < to;

/** Whether the two share at least one day. */
export const overlaps = (a: Period, b: Period): boolean =>
  a.from < b.to && b.from < a.to && a.from < a.to && b.from < b.to;

export const intersect = (a: Period, b: Period): Period => ({
  from: Math.max(a.from, b.from) as Day,
  to: Math.min(a.to, b.to) as Day,
});

export const daysIn = ({ from, to }: Period): number => Math.max(0, to - from);

/** Disjoint and ascending: what is covered by at least one of the periods. */
export function union(periods: readonly Period[]): readonly Period[] {
  const result: Period[] = [];
  for (const period of periods.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && period.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, period.to) as Day };
    else result.push(period);
  }
  return result;
}

/** What of `whole` is in none of the (disjoint, ascending) `parts`. */
export function subtract(whole: Period, parts: readonly Period[]): readonly Period[] {
  const result: Period[] = [];
  let from = whole.from;
  for (const part of parts) {
    if (part.to <= from || part.from >= whole.to) continue;
    if (part.from > from) result.push({ from, to: part.from });
    from = part.to;
  }
  if (from < whole.to) result.push({ from, to: whole.to });
  return result;
}

export const ALWAYS: Period = { from: Number.NEGATIVE_INFINITY as Day, to: FOREVER };
