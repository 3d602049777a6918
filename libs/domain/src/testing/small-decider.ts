import type { Asking, Decider, Decision } from '../decider.js';
import { ROLES, SYSTEM, type Actor, type Role } from '../event.js';
import { dayOf } from '../values/calendar-date.js';

interface Stored {
  readonly type: string;
  readonly payload: unknown;
}
/** An event of the past, by somebody other than SYSTEM where it matters who. */
export type Past<E extends Stored> = E & { readonly by?: Actor };

/** Somebody in a role; the number tells persons in one role apart. */
export const person = (role: Role, number = 1): Actor =>
  role === 'SYSTEM' ? SYSTEM : { id: `${role.toLowerCase()}-${number}`, role, orgId: 'haarlem' };

/** Somebody in each role. */
export const EVERYBODY = ROLES.map((role) => person(role));

export const asked = (actor: Actor, today = '2009-03-10'): Asking => ({ actor, today: dayOf(today) });

/** An event as the ledger would give it back. */
export const recordedAs = <E extends Stored>({ by = SYSTEM, type, payload }: Past<E>, revision: number) => ({
  id: `00000000-0000-7000-8000-${String(revision).padStart(12, '0')}`,
  type,
  payload,
  revision,
  recordedAt: '2009-03-01T10:00:00.000Z',
  actor: by,
  commandId: `command-${revision}`,
  commandHash: '0'.repeat(64),
});

/** Given a stream's past, when a command comes, then … : the past goes through the decider's own fold. */
export const given = <S, C, E extends Stored, R>(
  decider: Decider<S, C, E, Asking, R>,
  ...past: readonly Past<E>[]
) => ({
  state: (): S =>
    past.reduce((state, event, index) => decider.evolve(state, recordedAs(event, index) as R), decider.initial),
  when(command: C, actor: Actor, today?: string): Decision<E> {
    return decider.decide(this.state(), command, asked(actor, today));
  },
});
