import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { CalendarDate } from '../../values/calendar-date.js';
import { Cents } from '../../values/cents.js';
import { AccountId, BatchId, ClaimId, Code, ContractId, EventId, JobId, ProviderId, Sha256 } from '../../values/ids.js';
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
    /** Of which contract it is paid, on which account finance books it, and the tax paid on top of it. */
    contractId: ContractId.optional(),
    ledgerAccount: Code.optional(),
    vatCents: Cents.optional(),
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

/** A booking of the bank that fits no outstanding order of this claim: nothing more is ordered on it until finance has resolved it. */
export const PaymentMismatchReported = defineEvent('PaymentMismatchReported', {
  municipality: {
    claimId: ClaimId,
    /** Absent where the bank's name fits no order there ever was. */
    orderId: OrderId.optional(),
    endToEndId: z.string().max(35),
    reason: z.enum(['UNKNOWN_ORDER', 'NOT_OUTSTANDING', 'WRONG_AMOUNT', 'WRONG_CURRENCY']),
    cents: Cents,
    currency: z.string().regex(/^[A-Z]{3}$/),
    reportedOn: CalendarDate,
  },
});
/** What finance found: the order was settled or rejected after all, or the booking was not about it. */
export const PaymentMismatchResolved = defineEvent('PaymentMismatchResolved', {
  municipality: {
    claimId: ClaimId,
    mismatchEventId: EventId,
    result: z.enum(['SETTLED', 'REJECTED', 'DISMISSED']),
    resolvedOn: CalendarDate,
  },
});
