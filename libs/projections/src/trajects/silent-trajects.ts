import { addDays, textOf, type Day } from '@uitkomst/domain';
import type { Condition, ReadStore } from '../reads.js';
import { RUNNING_TRAJECTS, type RunningTraject } from './running-trajects.projection.js';

/** Amsterdam 2007: about 150 clients a case manager, lost from sight as soon as a traject begins. */
export const SILENCE_DAYS = 42;

export interface SilenceQuestion {
  readonly municipality: string;
  readonly providerId?: string;
  /** So many days without word, or more. */
  readonly days: number;
  readonly today: Day;
  readonly limit: number;
  readonly offset: number;
}

/** Running trajects of which nothing was heard for so long, the longest silent first. */
export async function silentTrajects(
  reads: ReadStore,
  { municipality, providerId, days, today, limit, offset }: SilenceQuestion,
): Promise<{ readonly count: number; readonly trajects: readonly RunningTraject[] }> {
  const where: Condition<RunningTraject>[] = [
    { column: 'municipality', is: '=', value: municipality },
    { column: 'lastHeardOn', is: '<=', value: textOf(addDays(today, -days)) },
  ];
  if (providerId !== undefined) where.push({ column: 'providerId', is: '=', value: providerId });
  const count = await reads.count(RUNNING_TRAJECTS, where);
  const orderBy = [{ column: 'lastHeardOn' }, { column: 'personRef' }, { column: 'trajectId' }] as const;
  return { count, trajects: await reads.select(RUNNING_TRAJECTS, { where, orderBy, limit, offset }) };
}
