import { z } from 'zod';
import { Outcome } from '../../client-file/claim/events.js';
import { CalendarDate } from '../../values/calendar-date.js';
import { Code, ProviderId } from '../../values/ids.js';

/** Which claims a sample is drawn from. Everything named must hold. */
export const SampleFilter = z
  .strictObject({
    providerId: ProviderId.optional(),
    milestone: Code.optional(),
    outcome: Outcome.optional().describe('Laatste vastgestelde uitkomst'),
    paid: z.boolean().optional().describe('Wel of niet betaald'),
    submittedFrom: CalendarDate.optional(),
    submittedUntil: CalendarDate.optional().describe('Tot en met'),
  })
  .meta({ id: 'SampleFilter', description: 'Populatie van een steekproef' });
export type SampleFilter = z.infer<typeof SampleFilter>;
