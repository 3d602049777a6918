import { contextOf } from '../context.js';
import { openingOf } from '../context/opening.js';
import type { Subject } from '../subject.js';
import { changeOf, type NeededChange } from './counterfactual.js';
import { suppositionsFor } from './suppositions.js';

/** A reason somebody was told, and whether it is open or stands in the way. */
export interface ToldReason {
  readonly code: string;
  readonly open: boolean;
}

/**
 * What could still answer each of these reasons, whatever else is in the way: for a provider, who must not learn from the answer what
 * it was not told.
 */
export function whatWouldAnswer(subject: Subject, told: readonly ToldReason[]): readonly NeededChange[] {
  const opening = openingOf(subject);
  if (opening.definition === undefined) return [];
  const context = contextOf(opening, opening.definition);
  return told.flatMap(({ code, open }) => suppositionsFor(context, code, open)).map(changeOf);
}
