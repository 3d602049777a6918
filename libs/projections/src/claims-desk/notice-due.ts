import { inRun, type ClaimRecord, type RecordedAs } from '@uitkomst/domain';

type Notice = RecordedAs<'DecisionNotified'>['payload'];

/** A negative decision of which the provider must still be told. */
export interface NoticeDue {
  readonly kind: Notice['kind'];
  readonly subjectEventId: string;
  /** Since when it has stood unchanged: the quiet period runs from here. */
  readonly sinceOn: string;
}

/** What an officer has still to release on a claim: it was rejected, cut, or expired, and no letter said so yet (life-cycle §6, Notices). */
export function noticeDue(claim: ClaimRecord): NoticeDue | undefined {
  const { ended, determination, notices } = claim;
  if (ended) {
    const told = notices.some(({ payload }) => payload.subjectEventId === ended.eventId);
    return ended.how === 'EXPIRED' && !told
      ? { kind: 'EXPIRED', subjectEventId: ended.eventId, sinceOn: ended.on }
      : undefined;
  }
  const kind = negativeKind(claim);
  const sinceOn = determination?.run[0]?.on;
  if (!determination || kind === undefined || sinceOn === undefined) return undefined;
  const told = ({ payload }: { readonly payload: Notice }): boolean =>
    payload.kind === kind && inRun(claim, payload.subjectEventId);
  return notices.some(told) ? undefined : { kind, subjectEventId: determination.id, sinceOn };
}

/** Less than was asked, or than the tariff where nothing was, is a negative decision in part. */
function negativeKind({ determination, submission }: ClaimRecord): NoticeDue['kind'] | undefined {
  if (!determination) return undefined;
  const { outcome, cents, tariffCents } = determination.payload;
  if (outcome === 'REJECTED') return 'REJECTED';
  const asked = submission.payload.cents ?? tariffCents ?? cents;
  return outcome === 'ELIGIBLE' && cents < asked ? 'REDUCED' : undefined;
}
