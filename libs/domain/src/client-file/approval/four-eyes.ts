import type { FileAsking } from '../asking.js';
import type { ClaimRecord } from '../claim/claim.js';
import { standingOf } from '../claim/claim-state.js';
import type { ClientFile } from '../client-file.js';
import { parametersNamed } from '../determination/parameters-named.js';
import { sameJob } from '../facts/jobs.js';
import { agreedFor } from '../payment/agreed-for.js';

const THRESHOLD_CENTS = 2_500_00;

/**
 * Whether one person's approval is not enough (R41): this entitlement, with what else of the same provider and outflow is approved,
 * ordered or paid, reaches the threshold. Splitting a bonus over claims doesn't keep it below.
 */
export const needsSecond = (file: ClientFile, claim: ClaimRecord, asking: FileAsking): boolean =>
  outflowCents(file, claim, asking) >= thresholdCents(file, claim, asking);

function thresholdCents(file: ClientFile, claim: ClaimRecord, asking: FileAsking): number {
  const definition = parametersNamed(asking.terms, claim.determination?.payload.definition);
  return (
    agreedFor(file, claim, asking)?.fourEyesThresholdCents ?? definition?.fourEyesThresholdCents ?? THRESHOLD_CENTS
  );
}

function outflowCents(file: ClientFile, claim: ClaimRecord, asking: FileAsking): number {
  let sum = standingOf(file, claim, asking).entitlementCents;
  for (const other of file.claims.values()) {
    if (other.claimId === claim.claimId || !isSameOutflow(file, other, claim)) continue;
    const { beneath, entitlementCents, netCents, orderedCents } = standingOf(file, other, asking);
    const approved = beneath === 'APPROVED' || beneath === 'APPROVED_1';
    sum += Math.max(netCents + orderedCents, approved ? entitlementCents : 0);
  }
  return sum;
}

function isSameOutflow({ facts }: ClientFile, one: ClaimRecord, other: ClaimRecord): boolean {
  if (one.submission.payload.providerId !== other.submission.payload.providerId) return false;
  const episodeOn = one.determination?.payload.episodeOn;
  return (
    (episodeOn !== undefined && episodeOn === other.determination?.payload.episodeOn) ||
    sameJob(facts, one.submission.payload.jobId, other.submission.payload.jobId)
  );
}
