import type { Day } from './values/calendar-date.js';
import type { Actor } from './event.js';

/** Why a command was not carried out: a code of the catalogue (class C) with what its sentence needs. */
export interface Refusal<C extends string = string> {
  readonly code: C;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** What a decision adds to the stream; a refusal may record too (DECISION_STALE appends the new determination). */
export interface Decision<E, C extends string = string> {
  readonly events: readonly E[];
  readonly refusal?: Refusal<C>;
}

export const accept = <E>(...events: readonly E[]): Decision<E, never> => ({ events });

export const refuse = <C extends string>(code: C, data?: Refusal['data']): Decision<never, C> => ({
  events: [],
  refusal: data === undefined ? { code } : { code, data },
});

/** What every decision may know besides the file: who asks, on which Amsterdam day. */
export interface Asking {
  readonly actor: Actor;
  readonly today: Day;
}

/** A family of streams: what is folded from them and what may be added to them. Pure: no clock, dice or I/O. */
export interface Decider<S, C, E, X extends Asking, R = E> {
  readonly initial: S;
  /** Total: never throws and never drops an event silently. */
  evolve(state: S, event: R): S;
  decide(state: S, command: C, context: X): Decision<E>;
}
