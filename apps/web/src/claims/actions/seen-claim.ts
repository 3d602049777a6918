import { useSeen, type Looked } from '../../parts/dialog/seen.js';
import type { Schema } from '../../shell/api/client.js';

export interface SeenClaim {
  readonly claim: Schema<'Claim'>;
  readonly etag: string;
}

/** The claim as it was: its decision may change by what is recorded in the file, without a new version of the claim itself. */
export const useSeenClaim = (current: SeenClaim, forget: () => void): Looked<SeenClaim> =>
  useSeen(current, forget, ({ etag, claim }) => `${etag} ${claim.decisionHash}`);
