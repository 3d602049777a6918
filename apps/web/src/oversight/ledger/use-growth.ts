import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from '../../shell/api/client.js';
import type { Problem } from '../../shell/api/problem.js';
import type { Growth } from './check-growth.js';

/** Two seals to compare: the older as it is held, the newer by its size at the server. */
export interface Compared {
  readonly older: string;
  readonly olderSize: number;
  readonly newerSize: number;
  readonly keys: readonly string[];
}

/** Asks the server for what links two seals, and checks it here. */
export const useGrowth = (compared: Compared | undefined): UseQueryResult<Growth | null, Problem> =>
  useQuery<Growth | null, Problem>({
    queryKey: ['growth', compared],
    queryFn: async () => {
      if (compared === undefined) return null;
      const { older, olderSize, newerSize, keys } = compared;
      const { checkGrowth } = await import('./check-growth.js');
      const path = { size: newerSize };
      const { data } = await read('/zegels/{size}', { path, query: { fromSize: olderSize } });
      return checkGrowth({ older, newer: data.checkpoint, consistency: data.consistency ?? [], keys });
    },
    enabled: compared !== undefined,
    staleTime: Infinity,
  });
