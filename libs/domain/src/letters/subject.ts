import { agreedOn } from '../contracts-and-tariffs/contract-on-day.js';
import type { RecordedAs, RecordedFileEvent } from '../client-file/events.js';
import type { Terms } from '../terms/terms.js';
import { dayOf } from '../values/calendar-date.js';

/** What one letter is about: everything it says follows from this, so a letter made again is the same letter. */
export interface LetterSubject {
  /** CBS code. */
  readonly municipality: string;
  /** How it calls itself; absent where nobody said so. */
  readonly municipalityName?: string;
  readonly notice: RecordedAs<'DecisionNotified'>['payload'];
  readonly submission: RecordedAs<'ClaimSubmitted'>['payload'];
  /** The decision told of, or the one that the clawback, expiry or objection rests on. */
  readonly decision?: RecordedAs<'ClaimDetermined'>['payload'];
  /** The event the notice is about, where that is no determination. */
  readonly about?: RecordedFileEvent;
  /** Who objected, where the letter answers an objection. */
  readonly objectedBy?: 'PROVIDER' | 'CLIENT';
  /** What had been paid on the claim when the letter was made. */
  readonly paid: readonly { readonly cents: number; readonly paidOn: string }[];
  /** The provider's own contract, as it was then. */
  readonly contractId?: string;
  /** Which road a disagreement takes. */
  readonly regime: 'AWB' | 'CONTRACT';
}

/**
 * The subject of a letter, from the file's events up to the notice and the terms as known then. Undefined where the events hold no
 * such notice.
 */
export function letterSubject(
  events: readonly RecordedFileEvent[],
  noticeId: string,
  terms: Terms,
): LetterSubject | undefined {
  const at = events.findIndex(({ id }) => id === noticeId);
  const notified = events[at];
  if (notified?.type !== 'DecisionNotified') return undefined;
  const { payload: notice } = notified;
  const before = events.slice(0, at);
  const submission = before.find(isSubmissionOf(notice.claimId))?.payload;
  if (submission === undefined) return undefined;
  const subject = events.find(({ id }) => id === notice.subjectEventId);
  const decision = subject?.type === 'ClaimDetermined' ? subject : before.findLast(isDecisionOn(notice.claimId));
  const objection =
    subject?.type === 'ObjectionDecided' ? before.find(isFilingOf(subject.payload.objectionId)) : undefined;
  return {
    municipality: terms.municipality,
    notice,
    submission,
    paid: before.filter(isPaymentOf(notice.claimId)).map(({ payload: { cents, paidOn } }) => ({ cents, paidOn })),
    ...ownContract(contractNamed(before, notice.claimId), submission, { terms, notifiedOn: notice.notifiedOn }),
    ...(decision !== undefined && { decision: decision.payload }),
    ...(subject !== undefined && subject.type !== 'ClaimDetermined' && { about: subject }),
    ...(objection !== undefined && { objectedBy: objection.payload.by }),
  };
}

const isSubmissionOf =
  (claimId: string) =>
  (event: RecordedFileEvent): event is RecordedAs<'ClaimSubmitted'> =>
    event.type === 'ClaimSubmitted' && event.payload.claimId === claimId;
const isDecisionOn =
  (claimId: string) =>
  (event: RecordedFileEvent): event is RecordedAs<'ClaimDetermined'> =>
    event.type === 'ClaimDetermined' && event.payload.claimId === claimId;
const isFilingOf =
  (objectionId: string) =>
  (event: RecordedFileEvent): event is RecordedAs<'ObjectionFiled'> =>
    event.type === 'ObjectionFiled' && event.payload.objectionId === objectionId;
const isPaymentOf =
  (claimId: string) =>
  (event: RecordedFileEvent): event is RecordedAs<'ClaimPaid'> =>
    event.type === 'ClaimPaid' && event.payload.claimId === claimId;

/** The contract that the claim names, else that of the traject it names. Whether it is the reader's own, the contract itself says. */
export function contractNamed(events: readonly RecordedFileEvent[], claimId: string): string | undefined {
  const submission = events.find(isSubmissionOf(claimId))?.payload;
  const traject = events.find(
    (event): event is RecordedAs<'TrajectAssigned'> =>
      event.type === 'TrajectAssigned' && event.payload.trajectId === submission?.trajectId,
  );
  return submission?.contractId ?? traject?.payload.contractId;
}

/** A contract of another is none of this reader's business. */
function ownContract(
  contractId: string | undefined,
  { providerId }: LetterSubject['submission'],
  { terms, notifiedOn }: { readonly terms: Terms; readonly notifiedOn: string },
): Pick<LetterSubject, 'contractId' | 'regime'> {
  const contract = terms.contracts.get(contractId ?? '');
  const registration = contract && agreedOn(contract, dayOf(notifiedOn));
  if (contractId === undefined || registration?.providerId !== providerId) return { regime: 'AWB' };
  return { contractId, regime: registration.objectionRegime ?? 'AWB' };
}
