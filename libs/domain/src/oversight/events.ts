import { z } from 'zod';
import { defineEvent } from '../event.js';
import { CalendarDate } from '../values/calendar-date.js';
import { ClaimId, Code, SampleId, Sha256, SubjectId } from '../values/ids.js';
import { SampleFilter } from './sampling/sample-filter.js';

/**
 * Aankondiging van een steekproef: filter, size and rule are fixed. The seed follows from this event's own leaf, so that nobody knows
 * it before, and the population is what matches at this place in the ledger, so that nobody changes it after (R50).
 */
export const SamplePlanned = defineEvent('SamplePlanned', {
  municipality: {
    sampleId: SampleId,
    filter: SampleFilter,
    size: z.int().min(1).max(5000),
    rule: z.literal('SHA256_ORDER@1'),
    plannedOn: CalendarDate,
  },
});
/** Steekproef: the claims the rule draws from the frozen population with that seed. */
export const SampleDrawn = defineEvent('SampleDrawn', {
  municipality: {
    sampleId: SampleId,
    seed: z.string().max(80),
    population: z.int().min(0),
    filterHash: Sha256,
    populationHash: Sha256.optional(),
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
