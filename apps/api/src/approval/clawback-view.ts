import type { Clawback } from '@uitkomst/contracts';
import {
  clawbackStateOf,
  hearingUntil,
  isDecisionUntold,
  isOpenClawback,
  outstandingCents,
  paidBy,
  whatAProviderReads,
  whatStaffReads,
  type ClaimRecord,
  type Clawback as ClawbackRecord,
} from '@uitkomst/domain';
import { reasonsOf, type Looking } from '../shell/claim-view.js';

/** Money asked back with everything its officers decide on, and whether this one may: nobody fills in what will be refused. */
export const staffClawback = (clawback: ClawbackRecord, { file, claim, subject }: Looking): Clawback => ({
  ...shownOf(clawback, claim),
  ...(isOpenClawback(clawback) && { toDecide: { involved: paidBy(file, claim).has(subject) } }),
  steps: stepsOf(clawback),
  reasons: readings(clawback, whatStaffReads),
});

/** Decided, settled in parts, and withdrawn when a later decision says that less is due. */
function stepsOf({ decision, decidedCents, settlements, withdrawal }: ClawbackRecord): Clawback['steps'] {
  const settled = settlements.map(({ method, cents, settledOn, by, batchId }) => ({
    step: method,
    on: settledOn,
    cents,
    ...(by !== undefined && { by }),
    ...(batchId !== undefined && { batchId }),
  }));
  return [
    ...(decision === undefined ? [] : [decidedStep(decision, decidedCents)]),
    ...settled,
    ...(withdrawal === undefined ? [] : [withdrawnStep(withdrawal)]),
  ];
}

const decidedStep = ({ on, by, grounds }: NonNullable<ClawbackRecord['decision']>, cents: number) =>
  ({ step: 'DECIDED', on, by, cents, grounds }) as const;

const withdrawnStep = ({ code, ...withdrawal }: NonNullable<ClawbackRecord['withdrawal']>) =>
  ({ step: 'WITHDRAWN', ...withdrawal, grounds: code }) as const;

/** Through the provider's eyes: a decision that no letter told of is still a proposal, and no reason tells of anybody else. */
export function ownClawback(clawback: ClawbackRecord, claim: ClaimRecord): Clawback {
  const { decision: _untold, ...asProposed } = clawback;
  const seen: ClawbackRecord = isDecisionUntold(clawback, claim) ? { ...asProposed, state: 'PROPOSED' } : clawback;
  return { ...shownOf(seen, claim), reasons: readings(clawback, whatAProviderReads) };
}

/** What a provider can see change of it: the ETag of its view does not tell of a decision before its letter. */
export const ownClawbackChanges = (clawback: ClawbackRecord, claim: ClaimRecord): number =>
  clawback.changes - Number(isDecisionUntold(clawback, claim));

function shownOf(clawback: ClawbackRecord, claim: ClaimRecord): Omit<Clawback, 'reasons'> {
  const { clawbackId, claimId, proposalId, proposedOn, recoveredCents, writtenOffCents, heard, decision } = clawback;
  const hearingUntilOn = hearingUntil(clawback, claim);
  return {
    clawbackId,
    claimId,
    proposalId,
    state: clawbackStateOf(clawback),
    cents: decision === undefined ? clawback.proposedCents : clawback.decidedCents,
    outstandingCents: outstandingCents(clawback),
    recoveredCents,
    writtenOffCents,
    proposedOn,
    heard,
    ...(hearingUntilOn !== undefined && { hearingUntilOn }),
    ...(decision !== undefined && { decisionId: decision.eventId, decidedOn: decision.on }),
  };
}

function readings({ codes }: ClawbackRecord, reads: typeof whatStaffReads): Clawback['reasons'] {
  const decision = { outcome: 'CLAWBACK', fail: codes, open: [] } as const;
  return reasonsOf(reads(decision, 'nl'), reads(decision, 'en'));
}
