import { invalidField, type Problem } from '../../shell/http/problem.js';

const message = { nl: 'Ligt vóór knownAsOf', en: 'Lies before knownAsOf' };

/** The second of two moments to compare comes before the first. */
export const tooEarly = (pointer: string): Problem =>
  invalidField({ in: 'query', pointer, code: 'too_early', message });
