import type { ClaimFacts, KnownFile, Payment } from '../../assessment/subject.js';
import { dayOf, earliest } from '../../values/calendar-date.js';
import { APPROVAL_REFUSED, type ClaimRecord } from '../claim/claim.js';
import { recoveredCents } from '../clawback/clawbacks.js';
import type { ClientFile } from '../client-file.js';
import type { RecordedAs } from '../events.js';
import { positionDecides } from './position-decides.js';
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
  readonly setAside: readonly string[];
}

/** The claim as the rules see it; `standing` is what still holds of reviews and upheld objections, by default all. */
export function claimFacts(file: ClientFile, claimId: string, standing?: Standing): ClaimFacts {
  const claim = file.claims.get(claimId);
  if (claim === undefined) throw new RangeError(`No claim ${claimId} on this file`);
  return factsOfClaim(claim, standing ?? { reviews: reviewsOf(claim), setAside: setAsideOf(file, claimId) });
}

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

export const setAsideOf = ({ objections }: ClientFile, claimId: string): readonly string[] =>
  objections.filter((one) => one.claimId === claimId).flatMap(({ setAside }) => setAside.map(({ code }) => code));

/** Money per claim and episode: failed, returned and cancelled orders are gone, what was recovered is taken off. */
function paymentsOf(file: ClientFile): readonly Payment[] {
  const alive = file.payments.filter(({ state, paidCents }) => state === 'OPEN' || paidCents > 0);
  const groups = new Map<string, PaymentOrder[]>();
  for (const order of alive) {
    const key = `${order.claimId} ${order.episodeOn}`;
    groups.set(key, [...(groups.get(key) ?? []), order]);
  }
  const recoveredLeft = new Map<string, number>();
  const payments: Payment[] = [];
  // What was recovered is taken off what was paid last.
  for (const orders of [...groups.values()].toReversed()) {
    const payment = paymentOf(file, orders);
    if (payment === undefined) continue;
    const left = recoveredLeft.get(payment.claimId) ?? recoveredCents(file.clawbacks, payment.claimId);
    const off = Math.min(left, payment.netCents - payment.openCents);
    recoveredLeft.set(payment.claimId, left - off);
    if (payment.netCents > off) payments.push({ ...payment, netCents: payment.netCents - off });
  }
  return payments.toReversed();
}

function paymentOf(file: ClientFile, orders: readonly PaymentOrder[]): Payment | undefined {
  const [first] = orders;
  if (first === undefined) return undefined;
  const { claimId, providerId, milestone, outcomeType, episodeOn, jobId, tariffCents, eventId } = first;
  const trajectId = file.claims.get(claimId)?.submission.payload.trajectId;
  const open = orders.reduce((sum, { state, cents }) => sum + (state === 'OPEN' ? cents : 0), 0);
  return {
    claimId,
    providerId,
    milestone,
    outcomeType,
    netCents: open + orders.reduce((sum, { paidCents }) => sum + paidCents, 0),
    openCents: open,
    happenedOn: earliest(...orders.map(({ orderedOn }) => dayOf(orderedOn))),
    eventId,
    orderedAt: Math.min(...orders.map(({ orderedAt }) => orderedAt)),
    ...(episodeOn === undefined ? {} : { episodeOn: dayOf(episodeOn) }),
    ...(jobId === undefined ? {} : { jobId }),
    ...(trajectId === undefined ? {} : { trajectId }),
    ...(tariffCents === undefined ? {} : { tariffCents }),
  };
}
