import { z } from 'zod';
import { defineEvent, type EventOf } from '../event.js';
import { CalendarDate } from '../values/calendar-date.js';
import { Cents } from '../values/cents.js';
import {
  BatchId,
  ClaimId,
  ClawbackId,
  Code,
  ContractId,
  EventId,
  ProviderId,
  Sha256,
  SubjectId,
} from '../values/ids.js';

/** The bank's own name of one booking. */
const PaymentRef = z.string().regex(/^[\x21-\x7e]{1,35}$/);

const line = { batchId: BatchId, claimId: ClaimId };
/** Voorbereide betaalbatch: each line freezes the decision it pays. */
export const BatchPrepared = defineEvent('BatchPrepared', {
  municipality: {
    batchId: BatchId,
    lines: z
      .array(
        z.strictObject({
          claimId: ClaimId,
          cents: Cents.min(1),
          determinationId: EventId,
          decisionHash: Sha256,
          endToEndId: z.string().max(35),
          providerId: ProviderId.optional(),
          contractId: ContractId.optional(),
          /** Tax paid on top of `cents`. */
          vatCents: Cents.optional(),
        }),
      )
      .min(1)
      .max(500),
    controlSumCents: Cents,
    preparedOn: CalendarDate,
  },
});
/** Vrijgave by another officer, who is the payer; the system completes the orders on that person's behalf. */
export const BatchReleased = defineEvent('BatchReleased', {
  municipality: { batchId: BatchId, payer: z.string(), releasedOn: CalendarDate },
});
export const BatchLineDropped = defineEvent('BatchLineDropped', { municipality: { ...line, code: Code } });
export const BatchCancelled = defineEvent('BatchCancelled', {
  municipality: { batchId: BatchId, reason: Code, cancelledOn: CalendarDate },
});
export const BatchExported = defineEvent('BatchExported', {
  municipality: {
    batchId: BatchId,
    fileHash: Sha256,
    messageId: z.string().max(35),
    exportedOn: CalendarDate,
    /** The system exports; this person asked it to. */
    requestedBy: SubjectId.optional(),
  },
});
export const BatchLineSettled = defineEvent('BatchLineSettled', {
  municipality: { ...line, valueOn: CalendarDate, paymentRef: PaymentRef.optional() },
});
export const BatchLineRejected = defineEvent('BatchLineRejected', { municipality: { ...line, bankReason: Code } });
/** Teruggestort: the bank had paid, and the money came back. */
export const BatchLineReturned = defineEvent('BatchLineReturned', {
  municipality: { ...line, returnedOn: CalendarDate, bankReason: Code.optional() },
});
export const BatchLineOffset = defineEvent('BatchLineOffset', {
  municipality: { ...line, clawbackId: ClawbackId, cents: Cents },
});
export const BatchLineHeld = defineEvent('BatchLineHeld', { municipality: { ...line, reason: Code } });
export const BatchLineFreed = defineEvent('BatchLineFreed', { municipality: line });
export type BatchEvent =
  | EventOf<typeof BatchPrepared>
  | EventOf<typeof BatchReleased>
  | EventOf<typeof BatchLineDropped>
  | EventOf<typeof BatchCancelled>
  | EventOf<typeof BatchExported>
  | EventOf<typeof BatchLineSettled>
  | EventOf<typeof BatchLineRejected>
  | EventOf<typeof BatchLineReturned>
  | EventOf<typeof BatchLineOffset>
  | EventOf<typeof BatchLineHeld>
  | EventOf<typeof BatchLineFreed>;
