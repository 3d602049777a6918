import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read, type Schema } from '../shell/api/client.js';
import type { Problem } from '../shell/api/problem.js';
import type { Answer } from '../shell/api/send.js';

/** As many claims as one batch may hold. */
export const BATCH_MAX = 500;
const PATH = '/werkvoorraad';
const PAGE_SIZE = 100;

type Rows = readonly Schema<'DeskRow'>[];

export interface Approved {
  /** Those that wait longest first. */
  readonly rows: Rows;
  /** More wait than go into one batch. */
  readonly isMore: boolean;
}

/** Every approved claim that is in no batch yet, as far as one batch can hold them: a choice is made among all of them. */
export const useApproved = (): UseQueryResult<Answer<Approved>, Problem> =>
  useQuery<Answer<Approved>, Problem>({ queryKey: [PATH, 'approved'], queryFn: readApproved });

async function readApproved(): Promise<Answer<Approved>> {
  const rows: Schema<'DeskRow'>[] = [];
  for (let page = 1, isLast = false; !isLast && rows.length <= BATCH_MAX; page += 1) {
    const query = { state: 'APPROVED', sort: 'dueOn', page, pageSize: PAGE_SIZE } as const;
    // oxlint-disable-next-line no-await-in-loop -- whether there is another page only this one tells
    const { data } = await read(PATH, { query });
    rows.push(...data.results.filter(({ inBatch }) => inBatch === null));
    isLast = data.next === null;
  }
  return { data: { rows: rows.slice(0, BATCH_MAX), isMore: rows.length > BATCH_MAX }, etag: undefined };
}
