import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { CalendarDate } from '../../values/calendar-date.js';
import { Code, PersonRef, Sha256, TrajectId } from '../../values/ids.js';
import { factFields } from '../fact-fields.js';

/** Inschrijving cliënt: the file opens. The person's identity is in the vault; here at most a salted commitment to it. */
export const ClientRegistered = defineEvent('ClientRegistered', {
  municipality: {
    ...factFields,
    validFrom: CalendarDate,
    segment: Code.optional(),
    educationLevel: Code.optional(),
    identityCommitment: Sha256.optional(),
  },
});
/** Indeling kansrijkheid. */
export const SegmentAssessed = defineEvent('SegmentAssessed', {
  municipality: {
    ...factFields,
    validFrom: CalendarDate,
    validTo: CalendarDate.optional(),
    segment: Code,
    method: Code,
    score: z.int().min(0).max(1000).optional(),
  },
});
const LadderStep = z.int().min(1).max(6);
/** Trede participatieladder; an upward step is an outcome only where the definition set says so (Haarlem 2009). */
export const LadderStepAssessed = defineEvent('LadderStepAssessed', {
  provider: { trajectId: TrajectId.optional(), fromStep: LadderStep, toStep: LadderStep, validFrom: CalendarDate },
  municipality: { ...factFields, ladderVersion: Code.optional() },
});
/** Two files turned out to be one person: this one closes in favour of the survivor. */
export const ClientMerged = defineEvent('ClientMerged', {
  municipality: { survivorRef: PersonRef, validFrom: CalendarDate },
});
export const ClientAbsorbed = defineEvent('ClientAbsorbed', {
  municipality: { mergedRef: PersonRef, mergedRevision: z.int().min(0), validFrom: CalendarDate },
});
export const ClientMergeReverted = defineEvent('ClientMergeReverted', {
  municipality: { otherRef: PersonRef, validFrom: CalendarDate },
});
/** Nameting. */
export const SurveyInvited = defineEvent('SurveyInvited', {
  municipality: { campaign: Code, validFrom: CalendarDate },
});
export const ClientSurveyAnswered = defineEvent('ClientSurveyAnswered', {
  municipality: {
    ...factFields,
    campaign: Code,
    validFrom: CalendarDate,
    inWork: z.boolean(),
    onBenefit: z.boolean(),
    sameEmployer: z.boolean().optional(),
    satisfaction: z.int().min(1).max(10).optional(),
  },
});
