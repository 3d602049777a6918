import type { Context } from '../context.js';
import type { Payment } from '../subject.js';

/** Money on another claim for the same episode or the same job, or, for a ladder step, on the same traject. */
export const paidEarlier = (context: Context): readonly Payment[] =>
  context.payments.others.filter((payment) => isSameOutflow(payment, context));

/** Whether a payment was for the outflow now claimed: its episode or its job, or the traject of a ladder step. */
export function isSameOutflow(payment: Payment, { claim, traject, independentOn, job, timeline }: Context): boolean {
  if (claim.outcomeType === 'LADDER_STEP') return traject !== undefined && payment.trajectId === traject.trajectId;
  if (payment.episodeOn !== undefined && payment.episodeOn === independentOn) return true;
  return job !== undefined && payment.jobId !== undefined && timeline.nameOf(payment.jobId) === job.name;
}

/** The payment that stands in the way, by its own event where the file knows it. */
export const paymentGround = ({ eventId }: Payment) =>
  eventId === undefined ? { missing: ['PAYMENT'] } : { evidence: [eventId] };
