import type { ClaimRecord } from '../claim/claim.js';
import { inRun } from '../claim/claim.js';

/** The decision somebody acts on, as they saw it. */
export interface Seen {
  readonly determinationId: string;
  readonly decisionHash: string;
}

/** Whether the claim was decided otherwise since: also when it came back to the same (A–B–A voids). */
export const isStale = (claim: ClaimRecord, { determinationId, decisionHash }: Seen): boolean =>
  claim.determination?.payload.decisionHash !== decisionHash || !inRun(claim, determinationId);
