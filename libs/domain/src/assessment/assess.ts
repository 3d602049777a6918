import { answersOf } from './answers.js';
import { compose } from './compose.js';
import { contextOf } from './context.js';
import { openingOf } from './context/opening.js';
import type { Determination } from './determination.js';
import type { Subject } from './subject.js';

/**
 * Decides one claim on the facts known, as of one day (rules 3.6). Pure: the same subject gives the same bytes, on every machine
 * and in ten years. The API, the clock, replay, what-if and the audit command all call this; there is no second copy of a rule.
 */
export function assess(subject: Subject): Determination {
  const opening = openingOf(subject);
  const context = opening.definition && contextOf(opening, opening.definition);
  return compose(opening, context, answersOf(opening, context));
}
