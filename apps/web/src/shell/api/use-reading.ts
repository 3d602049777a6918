import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useLanguage } from '../language/language.js';
import { read, type ReadAnswer, type ReadAsked, type ReadPath } from './client.js';
import type { Problem } from './problem.js';
import type { Answer } from './send.js';

interface Options {
  /** Read again when the server tells that it changed, so that what changes under someone's eyes is seen. */
  readonly live?: boolean;
  /** False: not asked yet, for instance because a field is still empty. */
  readonly enabled?: boolean;
  /** Keeps the last answer on the screen while the next page or filter is fetched. */
  readonly keep?: boolean;
}

export type Reading<T> = UseQueryResult<Answer<T>, Problem>;

/** What a screen reads. The same question on one screen is asked once; after anything is recorded all is read anew. */
export function useReading<P extends ReadPath>(
  path: P,
  asked: ReadAsked<P>,
  { live = false, enabled = true, keep = false }: Options = {},
): Reading<ReadAnswer<P>> {
  const { language } = useLanguage();
  const question: unknown = asked; // All that can be asked is too large a union for the compiler to hold in one list.
  return useQuery<Answer<ReadAnswer<P>>, Problem>({
    queryKey: [path, question, language],
    queryFn: () => read(path, asked),
    enabled,
    ...(live && { meta: { live } }),
    ...(keep && {
      placeholderData: (before, earlier) => (isAtSameDates(earlier?.queryKey[1], asked) ? before : undefined),
    }),
  });
}

/** What was read of another past, or of the present, is never shown as if it were of this one. */
const isAtSameDates = (earlier: unknown, asked: unknown): boolean => datesOf(earlier) === datesOf(asked);

function datesOf(asked: unknown): string {
  const { query = {} } = (asked ?? {}) as { readonly query?: { readonly asOf?: string; readonly knownAsOf?: string } };
  return `${query.asOf ?? ''} ${query.knownAsOf ?? ''}`;
}
