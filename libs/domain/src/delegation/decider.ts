import { accept, refuse, type Asking, type Decider, type Decision } from '../decider.js';
import type { EventOf, RecordedOf, Role } from '../event.js';
import type { DelegationRecorded } from '../providers/events.js';
import { addDuration, dayOf, durationOf, type Day } from '../values/calendar-date.js';
import { covers, periodOf } from '../values/period.js';

export type DelegationEvent = EventOf<typeof DelegationRecorded>;
export type Delegation = DelegationEvent['payload'];

/** A mandate is recorded before it begins; said again with another end it ends then. */
export interface RecordDelegation {
  readonly type: 'RecordDelegation';
  readonly delegation: Delegation;
}
export const DELEGATION_COMMANDS: Readonly<Record<RecordDelegation['type'], readonly Role[]>> = {
  RecordDelegation: ['CONTRACTS'],
};

/** The roles that can be lent to somebody in absence. Whoever records mandates, audits, claims or is a client keeps to that. */
export const DELEGABLE = ['CASEMGR', 'BENEFITS', 'FINANCE', 'OFFICER', 'APPROVER2'] as const satisfies readonly Role[];

/** In recorded order; of those between the same people in one role from one day on, the last holds. */
export interface DelegationState {
  readonly delegations: readonly Delegation[];
}

/** Absence passes: what lasts longer is another appointment. */
const LONGEST = durationOf('P1Y');

function decide(
  state: DelegationState,
  { delegation }: RecordDelegation,
  { actor, today }: Asking,
): Decision<DelegationEvent> {
  if (!DELEGATION_COMMANDS.RecordDelegation.includes(actor.role)) return refuse('ROLE_MAY_NOT_RECORD');
  const { fromSubject, toSubject, role, validFrom, validTo } = delegation;
  if (!DELEGABLE.some((lent) => lent === role)) return refuse('ROLE_MAY_NOT_RECORD');
  // Nobody lends to oneself, and nobody records a mandate to or from oneself.
  if (fromSubject === toSubject || actor.id === fromSubject || actor.id === toSubject)
    return refuse('SEPARATION_OF_DUTIES');
  const known = state.delegations.findLast((one) => isSame(one, delegation));
  if (known !== undefined && known.validTo === validTo) return accept();
  const [from, to] = [dayOf(validFrom), validTo === undefined ? undefined : dayOf(validTo)];
  if (to === undefined || to <= from || to > addDuration(from, LONGEST)) return refuse('INVALID_PERIOD');
  // What was done without a mandate is not made good afterwards: it neither began nor ends in the past.
  if (known === undefined && from < today) return refuse('INVALID_PERIOD', { field: 'validFrom' });
  if (known !== undefined && to < today) return refuse('INVALID_PERIOD');
  return accept({ type: 'DelegationRecorded', payload: delegation });
}

const isSame = (one: Delegation, other: Delegation): boolean =>
  one.fromSubject === other.fromSubject &&
  one.toSubject === other.toSubject &&
  one.role === other.role &&
  one.validFrom === other.validFrom;

/** The mandates that hold on a day. */
export function mandatesOn({ delegations }: DelegationState, day: Day): readonly Delegation[] {
  const last = delegations.filter((one, at) => !delegations.slice(at + 1).some((later) => isSame(one, later)));
  return last.filter((one) => covers(periodOf(one), day));
}

/**
 * The roles somebody may act in for others on a day, as themselves: separation of duties compares their own subject id, so a mandate
 * gives one more pair of hands and never a second pair of eyes to the same person.
 */
export const rolesLentTo = (state: DelegationState, subject: string, day: Day): readonly Role[] => [
  ...new Set(mandatesOn(state, day).flatMap(({ toSubject, role }) => (toSubject === subject ? [role] : []))),
];

/** Mandaten of a municipality (stream `delegation-<municipality>`). */
export const delegationDecider: Decider<
  DelegationState,
  RecordDelegation,
  DelegationEvent,
  Asking,
  RecordedOf<DelegationEvent>
> = {
  initial: { delegations: [] },
  evolve: ({ delegations }, { payload }) => ({ delegations: [...delegations, payload] }),
  decide,
};
