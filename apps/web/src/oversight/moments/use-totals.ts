import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { record, type Schema } from '../../shell/api/client.js';
import type { Problem } from '../../shell/api/problem.js';
import { useRun } from '../what-if/use-run.js';

type Run = Schema<'WhatIfRun'>;

/** What all claims came to on a day with what was known at its end: a run that changes nothing, followed until it is done. */
export function useTotals(day: string): UseQueryResult<Run, Problem> {
  const started = useQuery<Run, Problem>({
    queryKey: ['totals', day],
    queryFn: async () =>
      (await record('/proefberekeningen', { body: { asOf: day, knownAsOf: day } }, crypto.randomUUID())).data,
    staleTime: Infinity,
  });
  const run = useRun(started.data);
  return started.data === undefined ? started : run;
}
