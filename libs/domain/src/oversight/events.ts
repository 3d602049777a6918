import { z } from 'zod';
import { defineEvent } from '../event.js';
import { CalendarDate } from '../values/calendar-date.js';
import { ClaimId, Code, SampleId, Sha256, SubjectId } from '../values/ids.js';

/** Steekproef: population and seed are fixed before drawing (R50). */
export const SampleDrawn = defineEvent('SampleDrawn', {
  municipality: {
    sampleId: SampleId,
    seed: z.string().max(80),
    population: z.int().min(0),
    filterHash: Sha256,
    claims: z.array(ClaimId).max(5000),
    drawnOn: CalendarDate,
  },
});
export const SampleChecked = defineEvent('SampleChecked', {
  municipality: {
    sampleId: SampleId,
    claimId: ClaimId,
    valid: z.boolean(),
    reason: Code.optional(),
    checkedOn: CalendarDate,
  },
});
export const ReportPublished = defineEvent('ReportPublished', {
  open: {
    reportId: Code,
    asOf: CalendarDate,
    knownAsOf: z.iso.datetime(),
    definition: z.string().optional(),
    figuresHash: Sha256,
  },
});
/** Geweigerde handeling, on the actor's own capped stream. */
export const RefusalRecorded = defineEvent('RefusalRecorded', {
  municipality: { command: z.string().max(60), code: Code, claimId: ClaimId.optional(), subject: SubjectId },
});
export const TreeHeadSigned = defineEvent('TreeHeadSigned', {
  open: { size: z.int().min(0), rootHash: Sha256, signature: z.string().max(400) },
});
