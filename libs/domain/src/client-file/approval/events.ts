import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { CalendarDate } from '../../values/calendar-date.js';
import { Cents } from '../../values/cents.js';
import { ClaimId, Code, EventId, Sha256 } from '../../values/ids.js';

/** Fiattering of one determination: void once a later one of the claim has another hash. */
export const ApprovalGiven = defineEvent('ApprovalGiven', {
  municipality: {
    claimId: ClaimId,
    determinationId: EventId,
    decisionHash: Sha256,
    step: z.union([z.literal(1), z.literal(2)]),
    /** Whether this approval suffices, or a second person is needed (R41). */
    sufficient: z.boolean(),
    entitlementCents: Cents,
    approvedOn: CalendarDate,
  },
});
/** Geweigerde fiattering: the claim stays in review on that determination until another officer lifts it. */
export const ApprovalRefused = defineEvent('ApprovalRefused', {
  municipality: {
    claimId: ClaimId,
    determinationId: EventId,
    decisionHash: Sha256,
    grounds: Code,
    refusedOn: CalendarDate,
  },
});
