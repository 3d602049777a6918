import type { EventId } from '../../values/ids.js';
import { ofClaim } from '../clawback/clawbacks.js';
import type { ClientFile } from '../client-file.js';
import type { RecordedAs } from '../events.js';
import { inRun, type ClaimRecord } from './claim.js';
import { isLive, standingOf, type StateAsking } from './claim-state.js';

export type NoticeKind = RecordedAs<'DecisionNotified'>['payload']['kind'];

/** Something of a claim that a letter makes known, and since when it has been so. */
export interface NoticeSubject {
  readonly kind: NoticeKind;
  readonly eventId: EventId;
  readonly sinceOn: string;
}

/** What holds now of a claim and can be made known: its decision, that it expired, money asked back, an objection decided. */
export function noticeSubjects(file: ClientFile, claim: ClaimRecord): readonly NoticeSubject[] {
  const { claimId, ended } = claim;
  const subjects: NoticeSubject[] = [];
  const decision = isLive(file, claim) ? decisionOf(claim) : undefined;
  if (decision !== undefined) subjects.push(decision);
  if (ended?.how === 'EXPIRED') subjects.push({ kind: 'EXPIRED', eventId: ended.eventId, sinceOn: ended.on });
  for (const { state, proposalId, proposedOn, decision: decided } of ofClaim(file.clawbacks, claimId)) {
    if (state === 'PROPOSED') subjects.push({ kind: 'CLAWBACK_PROPOSED', eventId: proposalId, sinceOn: proposedOn });
    if (state === 'DECIDED' && decided !== undefined)
      subjects.push({ kind: 'CLAWBACK_DECIDED', eventId: decided.eventId, sinceOn: decided.on });
  }
  for (const { decision: decided } of ofClaim(file.objections, claimId))
    if (decided !== undefined)
      subjects.push({ kind: 'OBJECTION_DECIDED', eventId: decided.eventId, sinceOn: decided.on });
  return subjects;
}

/** The subject that an event id names: a decision goes by any of its equal determinations. */
export const subjectNamed = (file: ClientFile, claim: ClaimRecord, eventId: EventId): NoticeSubject | undefined =>
  noticeSubjects(file, claim).find(
    (subject) => subject.eventId === eventId || (inRun(claim, subject.eventId) && inRun(claim, eventId)),
  );

/** Whether a letter made it known, whichever of its equal determinations that letter named. */
export const wasNotified = (claim: ClaimRecord, { kind, eventId }: NoticeSubject): boolean =>
  claim.notices.some(
    ({ payload }) =>
      payload.kind === kind &&
      (payload.subjectEventId === eventId || (inRun(claim, eventId) && inRun(claim, payload.subjectEventId))),
  );

/** A letter has one number on its claim: two decisions under one would be one letter to its reader. */
export const isLetterTaken = ({ notices }: ClaimRecord, letterId: string): boolean =>
  notices.some(({ payload }) => payload.letterId === letterId);

/** Nothing negative reaches a provider without a person: these an officer has to release. */
const NEGATIVE: ReadonlySet<NoticeKind> = new Set([
  'REJECTED',
  'REDUCED',
  'EXPIRED',
  'CLAWBACK_PROPOSED',
  'CLAWBACK_DECIDED',
  'OBJECTION_DECIDED',
]);

/** What an officer has still to release on a claim, the longest waiting first (life-cycle §6, Notices). */
export function noticesDue(file: ClientFile, claim: ClaimRecord, asking: StateAsking): readonly NoticeSubject[] {
  const due = noticeSubjects(file, claim).filter((one) => NEGATIVE.has(one.kind) && !wasNotified(claim, one));
  // Whoever paid its bonus back knows that there is none.
  const left = due.some(({ kind }) => kind === 'REJECTED') && standingOf(file, claim, asking).beneath === 'RECOVERED';
  const told = left ? due.filter(({ kind }) => kind !== 'REJECTED') : due;
  return told.toSorted((a, b) => (a.sinceOn < b.sinceOn ? -1 : Number(a.sinceOn > b.sinceOn)));
}

/** What waits for a date, or for money back, is no decision to make known. */
function decisionOf({ determination, submission }: ClaimRecord): NoticeSubject | undefined {
  if (determination === undefined) return undefined;
  const { id, payload, run } = determination;
  const subject = (kind: NoticeKind): NoticeSubject => ({
    kind,
    eventId: id,
    sinceOn: run[0]?.on ?? payload.basis.asOf,
  });
  switch (payload.outcome) {
    case 'REJECTED':
      return subject('REJECTED');
    case 'REVIEW':
      return subject('REVIEW');
    case 'ELIGIBLE':
      return subject(isReduced(payload, submission.payload.cents) ? 'REDUCED' : 'POSITIVE');
    case 'PENDING':
    case 'CLAWBACK':
      return undefined;
    default:
      return payload.outcome satisfies never;
  }
}

/** Less than was claimed, or than the tariff where no amount was named: the provider may object to that. */
export const isReduced = (
  { cents, tariffCents }: { readonly cents: number; readonly tariffCents?: number | undefined },
  claimedCents: number | undefined,
): boolean => cents < (claimedCents ?? tariffCents ?? cents);
