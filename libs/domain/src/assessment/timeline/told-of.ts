import type { EventId } from '../../values/ids.js';

interface Told {
  readonly startedBy: EventId;
  readonly endedBy: EventId | undefined;
}

/**
 * Who told that they began and ended, each once. A rule names all it saw: a person's answer holds as long as the rule gives the
 * same code on the same evidence, so what is not named can never make an answer lapse (life-cycle 6).
 */
export const toldOf = (periods: readonly Told[]): readonly EventId[] => [
  ...new Set(periods.flatMap(({ startedBy, endedBy }) => (endedBy === undefined ? [startedBy] : [startedBy, endedBy]))),
];
