import { useQuery } from '@tanstack/react-query';
import type { ListCut } from '../../parts/cuts/list-cut.js';
import type { Problem } from '../../shell/api/problem.js';
import { sendForJson, type Answer } from '../../shell/api/send.js';
import type { Reading } from '../../shell/api/use-reading.js';

/** One entry of the journal, in whole cents with their sign. */
export interface JournalLine {
  readonly entryId: string;
  readonly bookedOn: string;
  readonly ledgerAccount: string;
  readonly kind: string;
  readonly claimId: string;
  readonly providerId: string;
  readonly batchId: string | null;
  readonly cents: number;
  readonly vatCents: number;
}

type Journal = Answer<{ readonly results: readonly JournalLine[] }>;

/** The journal is a document of the API, not a schema of it: its columns are those of its CSV. */
export const useJournal = (bookingYear: number | undefined, dates: ListCut['dates'] = {}): Reading<Journal['data']> =>
  useQuery<Journal, Problem>({
    queryKey: ['/v1/journaalposten', bookingYear, dates],
    queryFn: () =>
      sendForJson({
        path: '/v1/journaalposten',
        query: { bookingYear, ...dates },
        accept: 'application/json, application/problem+json',
      }),
    enabled: bookingYear !== undefined,
  });
