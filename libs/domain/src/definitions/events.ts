import { z } from 'zod';
import { defineEvent, type EventOf, type RecordedOf } from '../event.js';
import { Source } from '../client-file/fact-fields.js';
import { CalendarDate } from '../values/calendar-date.js';
import { DefinitionId } from '../values/ids.js';
import { DefinitionParameters } from './parameters.js';

/** Normenkader: published with the council's decision, never edited; versions are chosen by date. */
export const DefinitionSetPublished = defineEvent('DefinitionSetPublished', {
  open: {
    definitionId: DefinitionId,
    version: z.int().min(1).max(9999),
    parameters: DefinitionParameters,
    /** The council's own words, in Dutch. */
    text: z.string().min(1).max(4000),
    decisionRef: z.string().min(1).max(80),
    validFrom: CalendarDate,
    validTo: CalendarDate.optional(),
  },
  /** An imported set says when it was recorded first: a set never works back (R49). */
  municipality: { source: Source.optional() },
});
/** Regelset actief: which version of the rules decides on days from this one on (stream `rules-<municipality>`). */
export const RuleSetActivated = defineEvent('RuleSetActivated', {
  open: {
    ruleSet: z
      .string()
      .max(40)
      .regex(/^[A-Z-]+@\d+$/),
    /** Absent where it was activated before decisions were asked for. */
    decisionRef: z.string().min(1).max(80).optional(),
    validFrom: CalendarDate,
  },
});
export type DefinitionEvent = EventOf<typeof DefinitionSetPublished>;
export type RuleSetEvent = EventOf<typeof RuleSetActivated>;
export type RecordedDefinitionEvent = RecordedOf<DefinitionEvent>;
