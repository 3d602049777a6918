import type { Terms } from '../../terms/terms.js';
import { durationOf, type Duration } from '../../values/calendar-date.js';
import { parametersNamed } from './parameters-named.js';

const COMPLETION_TERM = 'P6W';

/** How long a provider has to send what is asked for: as the definition that a determination names says, else six weeks. */
export const completionTermOf = (terms: Terms, definition: string | undefined): Duration =>
  durationOf(parametersNamed(terms, definition)?.completionTerm ?? COMPLETION_TERM);
