import type { Actor } from '../../event.js';
import type { EventId } from '../../values/ids.js';
import {
  isFact,
  type ClientFileEvent,
  type FactType,
  type RecordedAs,
  type RecordedFact,
  type RecordedFileEvent,
} from '../events.js';

/** An event that stands on the file for ever, and whether a retraction or correction hides the fact it is. */
export interface SeenEvent {
  readonly id: EventId;
  readonly type: ClientFileEvent['type'];
  readonly actor: Actor;
  /** Of a fact about a job. */
  readonly jobId?: string;
  readonly hidden: boolean;
}

/** The facts of the file: what holds now, in recorded order, and everything ever recorded. */
export interface FactBook {
  readonly facts: readonly RecordedFact[];
  readonly seen: readonly SeenEvent[];
}

export function withSeen(seen: readonly SeenEvent[], event: RecordedFileEvent): readonly SeenEvent[] {
  const { id, type, actor, payload } = event;
  const jobId = isFact(event) && 'jobId' in payload ? payload.jobId : undefined;
  return [...seen, { id, type, actor, ...(jobId !== undefined && { jobId }), hidden: false }];
}

/** A fact comes in; one that names what it supersedes takes its place. */
export function withFact(book: FactBook, fact: RecordedFact): FactBook {
  const { payload } = fact;
  const { facts, seen } =
    'supersedes' in payload && payload.supersedes !== undefined ? withoutFact(book, payload.supersedes) : book;
  return { facts: [...facts, fact], seen };
}

/** Hides a fact from here on; nothing is deleted. */
export function withoutFact(book: FactBook, target: EventId): FactBook {
  if (!book.facts.some(({ id }) => id === target)) return book;
  return {
    facts: book.facts.filter(({ id }) => id !== target),
    seen: book.seen.map((event) => (event.id === target ? { ...event, hidden: true } : event)),
  };
}

export const evolveRetraction = (
  book: FactBook,
  { payload }: RecordedAs<'FactRetracted'> | RecordedAs<'FactCorrected'>,
): FactBook => withoutFact(book, payload.targetEventId);

/** The visible facts of one kind, in recorded order. */
export const factsOf = <T extends FactType>(facts: readonly RecordedFact[], type: T): readonly RecordedAs<T>[] =>
  facts.filter((fact): fact is Extract<RecordedFact, { type: T }> & RecordedAs<T> => fact.type === type);
