import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { CalendarDate } from '../../values/calendar-date.js';
import { ClaimId, Code, EventId, ObjectionId, Sha256 } from '../../values/ids.js';

const objection = { claimId: ClaimId, objectionId: ObjectionId };
/** Bezwaar against a notified decision; the words go to the vault. */
export const ObjectionFiled = defineEvent('ObjectionFiled', {
  provider: {
    ...objection,
    by: z.enum(['PROVIDER', 'CLIENT']),
    subjectEventId: EventId,
    filedOn: CalendarDate,
    late: z.boolean(),
    groundsCommitment: Sha256.optional(),
  },
});
export const ObjectionWithdrawn = defineEvent('ObjectionWithdrawn', {
  provider: { ...objection, withdrawnOn: CalendarDate },
});
export const ObjectionDecided = defineEvent('ObjectionDecided', {
  provider: {
    ...objection,
    outcome: z.enum(['UPHELD', 'PARTLY', 'DISMISSED', 'INADMISSIBLE']),
    decidedOn: CalendarDate,
  },
  municipality: { setAside: z.array(Code), grounds: Code },
});
