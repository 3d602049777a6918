import { z } from 'zod';
import { defineEvent } from '../event.js';
import { EventId } from '../values/ids.js';
import { factFields } from './fact-fields.js';

export const RetractionReason = z
  .enum(['WRONG_PERSON', 'WRONG_DATE', 'DUPLICATE', 'FRAUD', 'OTHER'])
  .meta({ id: 'RetractionReason', description: 'Reden van intrekking of correctie' });

/** Intrekking: hides the target from its own recordedAt on; nothing is deleted. */
export const FactRetracted = defineEvent('FactRetracted', {
  municipality: { targetEventId: EventId, reason: RetractionReason, source: factFields.source.optional() },
});
/** Correctie: hides the target; the fact that replaces it follows in the same append and names it in `supersedes`. */
export const FactCorrected = defineEvent('FactCorrected', {
  municipality: { targetEventId: EventId, reason: RetractionReason },
});
