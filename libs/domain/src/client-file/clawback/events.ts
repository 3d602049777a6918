import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { CalendarDate } from '../../values/calendar-date.js';
import { Cents } from '../../values/cents.js';
import { BatchId, ClaimId, ClawbackId, Code, EventId } from '../../values/ids.js';

const clawback = { claimId: ClaimId, clawbackId: ClawbackId };
export const ClawbackProposed = defineEvent('ClawbackProposed', {
  provider: { ...clawback, cents: Cents, proposedOn: CalendarDate, hearingUntilOn: CalendarDate.optional() },
  municipality: { codes: z.array(Code), triggerEventId: EventId.optional() },
});
export const ClawbackHeard = defineEvent('ClawbackHeard', {
  provider: { ...clawback, position: z.enum(['AGREES', 'DISPUTES']), heardOn: CalendarDate },
});
export const ClawbackDecided = defineEvent('ClawbackDecided', {
  provider: { ...clawback, cents: Cents, decidedOn: CalendarDate },
  municipality: { grounds: Code },
});
export const ClawbackWithdrawn = defineEvent('ClawbackWithdrawn', {
  provider: { ...clawback, code: Code, withdrawnOn: CalendarDate },
});
export const ClawbackSettled = defineEvent('ClawbackSettled', {
  provider: { ...clawback, cents: Cents, method: z.enum(['INVOICE', 'OFFSET', 'WRITE_OFF']), settledOn: CalendarDate },
  municipality: { batchId: BatchId.optional() },
});
