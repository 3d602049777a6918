import { textOf, type Day } from '@uitkomst/domain';
import type { ReadStore } from '../reads.js';
import { AGENDA, type Due } from './agenda.projection.js';

/** What is due on or before a day, the longest overdue first; page by `offset`. */
export const dueBy = (
  reads: ReadStore,
  today: Day,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly Due[]> =>
  reads.select(AGENDA, {
    where: [{ column: 'dueOn', is: '<=', value: textOf(today) }],
    orderBy: [
      { column: 'dueOn' },
      { column: 'municipality' },
      { column: 'personRef' },
      { column: 'claimId' },
      { column: 'kind' },
    ],
    ...page,
  });
