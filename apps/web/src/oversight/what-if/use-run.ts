import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read, type Schema } from '../../shell/api/client.js';
import type { Problem } from '../../shell/api/problem.js';

type Run = Schema<'WhatIfRun'>;
const LOOK_EVERY = 700;

/** A run as it goes on: asked again until it is done. */
export const useRun = (started: Run | undefined): UseQueryResult<Run, Problem> =>
  useQuery<Run, Problem>({
    queryKey: ['run', started?.runId],
    queryFn: async () => {
      const path = { runId: started?.runId ?? '' };
      return (await read('/proefberekeningen/{runId}', { path })).data;
    },
    enabled: started !== undefined,
    ...(started !== undefined && { initialData: started }),
    refetchInterval: ({ state }) => (state.data?.state === 'RUNNING' ? LOOK_EVERY : false),
  });
