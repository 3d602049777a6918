import type { ClaimRecord, ClaimStanding, ClaimState } from '@uitkomst/domain';
import type { DeskClawback, DeskObjection } from './open-business.js';

/** Somebody approved what the claim no longer says, nothing was paid on it, and nobody approved it since. */
export const isStale = (
  { approvals, voidApprovals, ended }: ClaimRecord,
  { orderedCents, netCents }: Pick<ClaimStanding, 'orderedCents' | 'netCents'>,
): boolean =>
  voidApprovals.length > 0 && approvals.length === 0 && ended === undefined && orderedCents === 0 && netCents === 0;

interface OpenBusiness {
  readonly clawback: DeskClawback | undefined;
  readonly objection: DeskObjection | undefined;
}

/** The earliest of the terms that run: of an objection, of a hearing, of evidence to come, of the decision itself. */
export function dueDay(claim: ClaimRecord, { clawback, objection }: OpenBusiness): string | undefined {
  // No event records that an objection was postponed, so the term without it is the one that runs.
  if (claim.ended !== undefined) return objection?.decideByOn;
  const terms = [
    objection?.decideByOn,
    clawback?.state === 'PROPOSED' ? clawback.hearingUntilOn : undefined,
    claim.completionUntilOn,
    claim.determination?.payload.untilOn,
  ];
  return terms.filter((day) => day !== undefined).toSorted()[0];
}

const AT_REST: ReadonlySet<ClaimState> = new Set(['REJECTED', 'PAID', 'RECOVERED', 'WITHDRAWN', 'EXPIRED', 'CLOSED']);

/** Whether anybody still has to do something on it or waits for something: its state says so, or one of what is named. */
export const isUnderway = ({ state }: Pick<ClaimStanding, 'state'>, named: readonly boolean[]): boolean =>
  !AT_REST.has(state) || named.includes(true);

/** In small letters, so that whoever looks need not mind. */
export function searchText({ submission: { payload } }: ClaimRecord): string {
  const { claimId, providerReference = '', jobId = '' } = payload;
  return [claimId, providerReference, jobId].join(' ').toLowerCase();
}
