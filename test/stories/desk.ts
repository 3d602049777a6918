import { providerView, SYSTEM, type ProviderView, type RecordedAs } from '@uitkomst/domain';
import {
  approve,
  approver2,
  C1,
  officer,
  orderPayment,
  paid,
  releaseNotice,
  RIPE,
  type GivenFile,
} from '@uitkomst/domain/testing';

/** What the officer's desk shows of a claim: where it rests, what the rules say, and what may be ordered. */
export function onTheDesk(file: GivenFile, claimId = C1, today = RIPE) {
  const { state, toPayCents } = file.standing(claimId, today);
  const { outcome, fail = [], open = [] } = file.claim(claimId).determination?.payload ?? {};
  return { state, outcome, fail, open, toPayCents };
}

/** What the claim's own provider sees of it, in English. */
export function providerSees(
  file: GivenFile,
  claimId = C1,
  today = RIPE,
): Pick<ProviderView, 'status' | 'cents'> & {
  readonly codes: readonly string[];
  readonly words: string;
} {
  const { determination, notices, refusal, submission } = file.claim(claimId);
  const notice = notices.at(-1)?.payload;
  const view = providerView(
    {
      state: file.standing(claimId, today).state,
      claimedCents: submission.payload.cents,
      determination: determination?.payload,
      refused: refusal !== undefined,
      ...(notice && { notified: { kind: notice.kind, decision: determinationIn(file, notice.subjectEventId) } }),
    },
    'en',
  );
  const { status, cents, readings } = view;
  const words = readings.map(({ sentence }) => sentence).join(' ');
  return { status, codes: readings.map(({ code }) => code), words, ...(cents !== undefined && { cents }) };
}

function determinationIn({ stream }: GivenFile, eventId: string): RecordedAs<'ClaimDetermined'>['payload'] | undefined {
  const event = stream.find(({ id }) => id === eventId);
  return event?.type === 'ClaimDetermined' ? event.payload : undefined;
}

/** An officer makes the decision known. */
export const notified = (file: GivenFile, claimId = C1, today = '2009-05-11'): GivenFile =>
  file.after(releaseNotice(file, claimId), officer(1), today);

/** As many people as it takes approve what they see; the number tells one group of people from another. */
export function approved(file: GivenFile, claimId = C1, { number = 1, today = RIPE } = {}): GivenFile {
  const first = file.after(approve(file, claimId), officer(number), today);
  if (first.standing(claimId, today).state === 'APPROVED') return first;
  return first.after(approve(first, claimId), approver2(number), today);
}

/** Approved, ordered, and paid by the bank. */
export function paidOut(file: GivenFile, claimId = C1, { number = 1, today = RIPE } = {}): GivenFile {
  const ready = approved(file, claimId, { number, today });
  const ordered = ready.after(orderPayment(ready, { claimId }), officer(9), today);
  return ordered.and(paid(ordered, claimId)).after({ type: 'Redetermine' }, SYSTEM, today);
}
