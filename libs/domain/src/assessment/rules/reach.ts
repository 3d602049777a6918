import type { DefinitionParameters } from '../../definitions/parameters.js';
import { addDuration, durationOf } from '../../values/calendar-date.js';
import type { Period } from '../../values/period.js';
import { isRunning, type Traject } from '../timeline.js';

/** A traject with its aftercare: an outflow that begins in it may be its work. Without an end it reaches on. */
export const trajectReach = (traject: Traject, { aftercare }: DefinitionParameters): Period => ({
  from: traject.from,
  to: isRunning(traject) ? traject.to : addDuration(traject.to, durationOf(aftercare)),
});
