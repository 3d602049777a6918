import type { ClaimFacts, KnownFile, Payment } from '../../assessment/subject.js';
import { dayOf } from '../../values/calendar-date.js';
import { APPROVAL_REFUSED, type ClaimRecord } from '../claim/claim.js';
import { ofClaim, recoveredCents } from '../clawback/clawbacks.js';
import type { ClientFile } from '../client-file.js';
import type { RecordedAs } from '../events.js';
import { positionDecides } from './position-decides.js';
import { owedBackCents } from '../payment/owed-back.js';
import type { PaymentOrder } from '../payment/payments.js';

const known = new WeakMap<ClientFile, KnownFile>();

/** What of the file the rules read. One object per state of the file, so that what they derive from it can be kept too. */
export function knownFile(file: ClientFile): KnownFile {
  const earlier = known.get(file);
  if (earlier !== undefined) return earlier;
  const { revision, facts, attributions } = file;
  const now: KnownFile = {
    revision,
    facts: positionDecides(facts),
    attributions: positionDecides(attributions),
    payments: paymentsOf(file),
  };
  known.set(file, now);
  return now;
}

/** The officers' decisions and the codes set aside that count in this determination. */
export interface Standing {
  readonly reviews: readonly RecordedAs<'ReviewResolved'>[];
  readonly setAside: ClaimFacts['setAside'];
}

/** The claim as the rules see it, with all that officers and upheld objections ever answered. */
export function claimFacts(file: ClientFile, claimId: string): ClaimFacts {
  const claim = file.claims.get(claimId);
  if (claim === undefined) throw new RangeError(`No claim ${claimId} on this file`);
  const setAside = ofClaim(file.objections, claimId).flatMap((objection) => objection.setAside);
  return factsOfClaim(claim, { reviews: reviewsOf(claim), setAside });
}

/** The claim as the rules see it, with the answers that stand. */
export function factsOfClaim(claim: ClaimRecord, { reviews, setAside }: Standing): ClaimFacts {
  const { claimId, providerId, milestone, outcomeType, submittedOn, ...asked } = claim.submission.payload;
  const { contractId, trajectId, jobId, assertedOutflowOn, cents } = asked;
  const { completionUntilOn } = claim;
  return {
    claimId,
    providerId,
    milestone,
    outcomeType,
    submittedOn: dayOf(submittedOn),
    submittedBy: claim.submission.id,
    evidence: claim.evidence,
    reviews: positionDecides(reviews),
    setAside,
    ...(contractId === undefined ? {} : { contractId }),
    ...(trajectId === undefined ? {} : { trajectId }),
    ...(jobId === undefined ? {} : { jobId }),
    ...(assertedOutflowOn === undefined ? {} : { assertedOutflowOn: dayOf(assertedOutflowOn) }),
    ...(cents === undefined ? {} : { cents }),
    ...(completionUntilOn === undefined ? {} : { completionUntilOn: dayOf(completionUntilOn) }),
  };
}

/** Lifting a refused approval is no answer to a rule. */
export const reviewsOf = ({ reviews }: ClaimRecord): readonly RecordedAs<'ReviewResolved'>[] =>
  reviews.filter(({ payload }) => payload.codes.some(({ code }) => code !== APPROVAL_REFUSED));

/**
 * Every order that still stands: failed, returned and cancelled ones are gone, what was recovered is taken off what was paid last, and
 * what is owed back off the order that gives it back.
 */
function paymentsOf(file: ClientFile): readonly Payment[] {
  const recoveredLeft = new Map<string, number>();
  const payments: Payment[] = [];
  for (const order of file.payments.toReversed()) {
    const { claimId, paidCents } = order;
    const left = recoveredLeft.get(claimId) ?? recoveredCents(file.clawbacks, claimId);
    const off = Math.min(left, paidCents);
    recoveredLeft.set(claimId, left - off);
    const openCents = order.state === 'OPEN' ? order.cents - owedBackCents(file, claimId) : 0;
    const netCents = openCents + paidCents - off;
    if (netCents > 0) payments.push({ ...paymentOf(file, order), netCents, openCents });
  }
  return payments.toReversed();
}

function paymentOf(file: ClientFile, order: PaymentOrder): Omit<Payment, 'netCents' | 'openCents'> {
  const { claimId, providerId, milestone, outcomeType, episodeOn, jobId, tariffCents, eventId, orderedAt } = order;
  const trajectId = file.claims.get(claimId)?.submission.payload.trajectId;
  return {
    claimId,
    providerId,
    milestone,
    outcomeType,
    happenedOn: dayOf(order.orderedOn),
    eventId,
    orderedAt,
    ...(episodeOn === undefined ? {} : { episodeOn: dayOf(episodeOn) }),
    ...(jobId === undefined ? {} : { jobId }),
    ...(trajectId === undefined ? {} : { trajectId }),
    ...(tariffCents === undefined ? {} : { tariffCents }),
  };
}
