import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../shell/api/client.js';
import type { CheckedEvent } from './check-event.js';

/** Checks a proof in this browser. The code that does it is fetched only now: no other screen needs it. */
export const useCheckedEvent = (
  eventId: string,
  proof: Schema<'EventProof'> | undefined,
  keys: readonly string[] | undefined,
): CheckedEvent | undefined =>
  useQuery({
    queryKey: ['checked', eventId, proof, keys],
    queryFn: async () => {
      const { checkEvent } = await import('./check-event.js');
      return proof === undefined || keys === undefined ? undefined : checkEvent(eventId, proof, keys);
    },
    enabled: proof !== undefined && keys !== undefined,
    staleTime: Infinity,
  }).data ?? undefined;
