import { useQuery } from '@tanstack/react-query';
import type { ListCut } from '../../parts/cuts/list-cut.js';
import type { Problem } from '../../shell/api/problem.js';
import type { Schema } from '../../shell/api/client.js';
import { sendForJson, type Answer } from '../../shell/api/send.js';
import type { Reading } from '../../shell/api/use-reading.js';

export type JournalLine = Schema<'JournalEntry'>;
type Journal = Answer<Schema<'Journal'>>;

/** The journal is a document: asked here in JSON, whose columns are those of its CSV. */
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
