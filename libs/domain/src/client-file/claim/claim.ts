import type { z } from 'zod';
import type { EventId } from '../../values/ids.js';
import type { RecordedAs } from '../events.js';
import type { RuleResult } from './events.js';
import type { Evidence } from '../fact-fields.js';
import { stillWanted, withRequests, type EvidenceRequest } from './requests.js';

/** The approval of a determination was refused: the claim waits for another officer. */
export const APPROVAL_REFUSED = 'APPROVAL_REFUSED';

/** The claim's latest determination, and since when the decision has been the same. */
export interface CurrentDetermination {
  readonly id: EventId;
  readonly payload: RecordedAs<'ClaimDetermined'>['payload'];
  /** The determinations with this hash on end, the latest last: an approval may name any of them. */
  readonly run: readonly { readonly id: EventId; readonly on: string }[];
}

/** One claim of the file, from its own events. Its state is a function of the file (`claimState`), never stored. */
export interface ClaimRecord {
  readonly claimId: string;
  readonly submission: RecordedAs<'ClaimSubmitted'>;
  /** Ordinal of the append it came in. */
  readonly submittedAt: number;
  /** All evidence, completions included. */
  readonly evidence: readonly z.infer<typeof Evidence>[];
  readonly determination?: CurrentDetermination;
  /** The term in which missing evidence may be sent, while the claim is incomplete. */
  readonly completionUntilOn?: string;
  /** What letters asked for that the rules still want to know. */
  readonly requests: readonly EvidenceRequest[];
  readonly reviews: readonly RecordedAs<'ReviewResolved'>[];
  /** Approvals of the current run of determinations; earlier ones are void for good. */
  readonly approvals: readonly RecordedAs<'ApprovalGiven'>[];
  /** Void: they count for who may handle an objection, and for nothing else. */
  readonly voidApprovals: readonly RecordedAs<'ApprovalGiven'>[];
  /** A refusal of the current run that nobody lifted yet. */
  readonly refusal?: RecordedAs<'ApprovalRefused'>;
  /** Lifted, or of an earlier decision: they too count for who may handle an objection. */
  readonly voidRefusals: readonly RecordedAs<'ApprovalRefused'>[];
  readonly notices: readonly RecordedAs<'DecisionNotified'>[];
  readonly ended?: Ended;
  /** Count of the claim's own events: what `ifMatch` is compared with. */
  readonly changes: number;
}

export interface Ended {
  readonly how: 'WITHDRAWN' | 'EXPIRED' | 'CLOSED';
  readonly on: string;
  readonly eventId: EventId;
  /** Closed after this: a claim that was withdrawn or expired never counts as an earlier one (R3), unless it was revived. */
  readonly after?: Ended;
}

export type ClaimEvent =
  | RecordedAs<'ClaimCompleted'>
  | RecordedAs<'ClaimWithdrawn'>
  | RecordedAs<'ClaimExpired'>
  | RecordedAs<'ClaimClosed'>
  | RecordedAs<'ClaimDetermined'>
  | RecordedAs<'ReviewResolved'>
  | RecordedAs<'DecisionNotified'>
  | RecordedAs<'ApprovalGiven'>
  | RecordedAs<'ApprovalRefused'>;

export const submitted = (submission: RecordedAs<'ClaimSubmitted'>, append: number): ClaimRecord => ({
  claimId: submission.payload.claimId,
  submission,
  submittedAt: append,
  evidence: submission.payload.evidence ?? [],
  requests: [],
  reviews: [],
  approvals: [],
  voidApprovals: [],
  voidRefusals: [],
  notices: [],
  changes: 1,
});

/** What the claim's own events make of it; `changes` is counted by the caller. */
export function evolveClaim(claim: ClaimRecord, event: ClaimEvent): ClaimRecord {
  switch (event.type) {
    case 'ClaimCompleted':
      return { ...claim, evidence: [...claim.evidence, ...event.payload.evidence] };
    case 'ClaimWithdrawn':
      return end(claim, { how: 'WITHDRAWN', on: event.payload.withdrawnOn, eventId: event.id });
    case 'ClaimExpired':
      return end(claim, { how: 'EXPIRED', on: event.payload.expiredOn, eventId: event.id });
    case 'ClaimClosed':
      return end(claim, { how: 'CLOSED', on: event.payload.closedOn, eventId: event.id });
    case 'ClaimDetermined':
      return determined(claim, event);
    case 'ReviewResolved':
      return reviewed(claim, event);
    case 'DecisionNotified':
      return notified(claim, event);
    case 'ApprovalGiven':
      return inRun(claim, event.payload.determinationId)
        ? { ...claim, approvals: [...claim.approvals, event] }
        : { ...claim, voidApprovals: [...claim.voidApprovals, event] };
    case 'ApprovalRefused':
      return inRun(claim, event.payload.determinationId) ? { ...claim, refusal: event } : claim;
    default:
      return event satisfies never;
  }
}

/** Whether that determination still holds: no later one of the claim had another hash (so A–B–A voids it). */
export const inRun = ({ determination }: ClaimRecord, determinationId: EventId): boolean =>
  determination?.run.some(({ id }) => id === determinationId) ?? false;

/** Whether a letter made that event known. */
export const isTold = ({ notices }: Pick<ClaimRecord, 'notices'>, eventId: EventId): boolean =>
  notices.some(({ payload }) => payload.subjectEventId === eventId);

/** Required evidence is missing and nothing fails: the claim waits for its provider. */
export const lacksEvidence = ({ fail, rules }: RuledOn): boolean =>
  fail.length === 0 && rules.some(({ rule, result }) => rule === 'R4' && result === 'UNKNOWN');

interface RuledOn {
  readonly fail: readonly string[];
  readonly rules: readonly RuleResult[];
}

function end(claim: ClaimRecord, ended: Ended): ClaimRecord {
  return { ...claim, ended: claim.ended === undefined ? ended : { ...ended, after: claim.ended } };
}

function determined(claim: ClaimRecord, { id, payload }: RecordedAs<'ClaimDetermined'>): ClaimRecord {
  const { completionUntilOn, refusal, determination: earlier, ...rest } = claim;
  const unchanged = earlier?.payload.decisionHash === payload.decisionHash;
  const last = { id, on: payload.basis.asOf };
  return {
    ...rest,
    determination: { id, payload, run: unchanged ? [...earlier.run, last] : [last] },
    requests: stillWanted(claim.requests, payload),
    approvals: unchanged ? claim.approvals : [],
    voidApprovals: unchanged ? claim.voidApprovals : [...claim.voidApprovals, ...claim.approvals],
    ...(unchanged && refusal !== undefined ? { refusal } : {}),
    ...(!unchanged && refusal !== undefined ? { voidRefusals: [...claim.voidRefusals, refusal] } : {}),
    // The term is one per spell: a claim that was complete in between gets a new one.
    ...(completionUntilOn !== undefined && lacksEvidence(payload) ? { completionUntilOn } : {}),
  };
}

function reviewed(claim: ClaimRecord, event: RecordedAs<'ReviewResolved'>): ClaimRecord {
  const lifts = event.payload.codes.some(({ code }) => code === APPROVAL_REFUSED);
  const { refusal, ...rest } = claim;
  const held = refusal !== undefined && lifts ? { ...rest, voidRefusals: [...claim.voidRefusals, refusal] } : claim;
  return { ...held, reviews: [...claim.reviews, event] };
}

/**
 * Last day on which a provider can answer what it was told. A request for evidence asks nothing any more once it was answered, or once
 * its term ended the claim: then the day is that of the letter that tells so.
 */
export function respondUntilOn({
  completionUntilOn,
  ended,
  notices,
}: Pick<ClaimRecord, 'completionUntilOn' | 'ended' | 'notices'>): string | undefined {
  if (ended === undefined && completionUntilOn !== undefined) return completionUntilOn;
  const last = notices.at(-1)?.payload;
  return last?.kind === 'INCOMPLETE' ? undefined : last?.termUntilOn;
}

function notified(claim: ClaimRecord, event: RecordedAs<'DecisionNotified'>): ClaimRecord {
  const { kind, subjectEventId, termUntilOn } = event.payload;
  const told = inRun(claim, subjectEventId) ? claim.determination?.payload : undefined;
  const requests = told === undefined ? claim.requests : withRequests(claim.requests, event.payload, told);
  const next = { ...claim, notices: [...claim.notices, event], requests };
  return kind === 'INCOMPLETE' && termUntilOn !== undefined ? { ...next, completionUntilOn: termUntilOn } : next;
}
