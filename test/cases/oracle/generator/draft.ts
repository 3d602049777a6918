import type { CaseClaim, CaseFact, Preset } from '../case-file.js';
import { plus, type Day } from '../days.js';
import type { Draw } from './draw.js';

/** A file under construction. */
export interface Draft {
  draw: Draw;
  preset: Preset;
  /** The day around which everything happens: the start of the claimed job. */
  start: Day;
  /** How unruly the file is: multiplies the chance of each complication. */
  level: number;
  facts: CaseFact[];
  claims: CaseClaim[];
  /** Days on which something begins or ends: where the boundaries lie. */
  pivots: Day[];
}

/** Whether a complication of this likelihood happens in this file. */
export const unruly = ({ draw, level }: Draft, probability: number): boolean => draw.chance(probability * level);

/** A day close to one of the boundaries of the file. */
export function nearby({ draw, pivots, preset, start }: Draft): Day {
  const pivot = draw.chance(0.5) ? start : draw.pick(pivots);
  const boundary = draw.pick([pivot, pivot, pivot + 31, pivot - 31, plus(pivot, preset.sustain)]);
  return boundary + draw.pick([-1, 0, 0, 1, draw.between(-40, 40)]);
}
