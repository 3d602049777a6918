import type { EventId } from '../../values/ids.js';
import type { Benefit } from '../timeline.js';
import type { Job } from '../timeline/jobs.js';

/**
 * Who told that they began and ended, each once. A rule names all it saw: a person's answer holds as long as the rule gives the
 * same code on the same evidence, so what is not named can never make an answer lapse (life-cycle 6).
 */
export const toldOf = (periods: readonly (Benefit | Job)[]): readonly EventId[] => [
  ...new Set(periods.flatMap(({ startedBy, endedBy }) => (endedBy === undefined ? [startedBy] : [startedBy, endedBy]))),
];
