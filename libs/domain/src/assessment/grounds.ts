import type { EventId } from '../values/ids.js';
import { answersOf } from './answers.js';
import { contextOf } from './context.js';
import { openingOf } from './context/opening.js';
import type { Subject } from './subject.js';

/** By rule, the events it rests on; empty where nothing on record speaks against the claim. */
export type Grounds = ReadonlyMap<string, readonly EventId[]>;

/**
 * The facts behind every rule that passes. A recorded decision names those rules and no more, so that an answer which is still the
 * same never makes another decision; what they rest on is found again from what was decided on.
 */
export function groundsOf(subject: Subject): Grounds {
  const opening = openingOf(subject);
  const context = opening.definition && contextOf(opening, opening.definition);
  return new Map(
    answersOf(opening, context).flatMap(({ rule, verdict }) =>
      verdict.result === 'PASS' ? [[rule.id, [...new Set(verdict.evidence)]]] : [],
    ),
  );
}
