import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { CalendarDate } from '../../values/calendar-date.js';
import { Cents } from '../../values/cents.js';
import { AccountId, BatchId, ClaimId, Code, EventId, JobId, ProviderId, Sha256 } from '../../values/ids.js';
import { OutcomeType } from '../claim/events.js';

/** One order: determination event + attempt; at most one open per claim (R43). */
export const OrderId = z
  .string()
  .regex(/^[0-9a-f-]{36}\.\d{1,2}$/)
  .meta({ id: 'OrderId', description: 'Betaalopdracht: vaststelling en poging' });

/** Betaalopdracht. Pins the decision, the episode and the tariff it was reckoned by, so that the cap holds for ever. */
export const PaymentOrdered = defineEvent('PaymentOrdered', {
  open: { milestone: Code, outcomeType: OutcomeType, episodeOn: CalendarDate.optional() },
  provider: { claimId: ClaimId, providerId: ProviderId, orderId: OrderId, cents: Cents, orderedOn: CalendarDate },
  municipality: {
    determinationId: EventId,
    decisionHash: Sha256,
    tariffCents: Cents.optional(),
    jobId: JobId.optional(),
    batchId: BatchId,
    accountId: AccountId.optional(),
    /** Who released: the payer of R42, also when the system completes it. */
    payer: z.string(),
    preparer: z.string(),
  },
});
const order = { claimId: ClaimId, orderId: OrderId };
export const ClaimPaid = defineEvent('ClaimPaid', {
  open: { milestone: Code, outcomeType: OutcomeType, episodeOn: CalendarDate.optional() },
  provider: { ...order, providerId: ProviderId, cents: Cents, paidOn: CalendarDate },
  municipality: { jobId: JobId.optional(), paymentRef: Code.optional() },
});
export const PaymentFailed = defineEvent('PaymentFailed', {
  provider: { ...order, failedOn: CalendarDate },
  municipality: { bankReason: Code.optional() },
});
export const PaymentReturned = defineEvent('PaymentReturned', {
  provider: { ...order, cents: Cents, returnedOn: CalendarDate },
  municipality: { paymentRef: Code.optional(), bankReason: Code.optional() },
});
export const PaymentOrderCancelled = defineEvent('PaymentOrderCancelled', {
  provider: { ...order, code: Code, cancelledOn: CalendarDate },
});
