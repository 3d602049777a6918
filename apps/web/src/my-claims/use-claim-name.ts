import { useReading } from '../shell/api/use-reading.js';

/** What a provider calls its claim: by its own reference, where it gave one. */
export function useClaimName(claimId: string): string {
  const { data } = useReading('/claims/{claimId}', { path: { claimId } });
  return data?.data.providerReference ?? claimId;
}
