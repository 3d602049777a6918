import {
  decisionTerm,
  hearingUntil,
  outstandingCents,
  type ClaimRecord,
  type ClientFile,
  type Party,
} from '@uitkomst/domain';

/** Money asked back of a claim, with what an officer must know to go on. */
export interface DeskClawback {
  readonly clawbackId: string;
  readonly state: 'PROPOSED' | 'DECIDED';
  readonly cents: number;
  readonly outstandingCents: number;
  readonly heard: boolean;
  /** Last day on which the provider may be heard; absent while no letter told of it. */
  readonly hearingUntilOn?: string;
}

/** An objection to be decided, with its terms. */
export interface DeskObjection {
  readonly objectionId: string;
  readonly parties: readonly Party[];
  readonly subjectEventId: string;
  readonly filedOn: string;
  readonly late: boolean;
  readonly decideByOn: string;
  readonly postponedUntilOn: string;
}

export function openClawback({ clawbacks }: ClientFile, claim: ClaimRecord): DeskClawback | undefined {
  const open = clawbacks.find(
    (one) => one.claimId === claim.claimId && (one.state === 'PROPOSED' || outstandingCents(one) > 0),
  );
  if (open === undefined || open.state === 'WITHDRAWN') return undefined;
  const { clawbackId, state, proposedCents, decidedCents, heard } = open;
  const hearingUntilOn = hearingUntil(open, claim);
  return {
    clawbackId,
    state,
    cents: state === 'PROPOSED' ? proposedCents : decidedCents,
    outstandingCents: outstandingCents(open),
    heard,
    ...(hearingUntilOn === undefined ? {} : { hearingUntilOn }),
  };
}

export function openObjection({ objections }: ClientFile, { claimId }: ClaimRecord): DeskObjection | undefined {
  const open = objections
    .filter((one) => one.claimId === claimId && one.state === 'OPEN')
    .map((one) => ({ one, term: decisionTerm(one) }))
    .toSorted((a, b) => (a.term.decideByOn < b.term.decideByOn ? -1 : 1))[0];
  if (open === undefined) return undefined;
  const { objectionId, parties, subjectEventId, filedOn, late } = open.one;
  return { objectionId, parties, subjectEventId, filedOn, late, ...open.term };
}
