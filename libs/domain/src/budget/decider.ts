import type { BudgetEvent } from '../contracts-and-tariffs/events.js';
import { accept, refuse, type Asking, type Decider, type Decision } from '../decider.js';
import type { RecordedOf, Role } from '../event.js';
import { textOf } from '../values/calendar-date.js';

interface OnReservation {
  readonly contractId: string;
  readonly batchId: string;
  readonly claimId: string;
}

/** Everything that may be asked of the money set apart for one contract. */
export type BudgetCommand =
  | ({ readonly type: 'ReserveBudget'; readonly cents: number; readonly ceilingCents?: number } & OnReservation)
  /** What was paid of it after all stays set apart. */
  | ({ readonly type: 'ReleaseBudget'; readonly keepCents?: number } & OnReservation);

/** The system reserves before it orders, and gives back what was not paid: nobody moves a ceiling by hand. */
export const BUDGET_COMMANDS: Readonly<Record<BudgetCommand['type'], readonly Role[]>> = {
  ReserveBudget: ['SYSTEM'],
  ReleaseBudget: ['SYSTEM'],
};

/** What is set apart now: for orders given, and for what was paid. */
export interface BudgetState {
  /** By batch and claim. */
  readonly reservations: ReadonlyMap<string, number>;
  readonly reservedCents: number;
}

const keyOf = ({ batchId, claimId }: Pick<OnReservation, 'batchId' | 'claimId'>): string => `${batchId} ${claimId}`;

export const reservationOf = ({ reservations }: BudgetState, of: Pick<OnReservation, 'batchId' | 'claimId'>): number =>
  reservations.get(keyOf(of)) ?? 0;

function decide(state: BudgetState, command: BudgetCommand, { actor, today }: Asking): Decision<BudgetEvent> {
  if (!BUDGET_COMMANDS[command.type].includes(actor.role)) return refuse('ROLE_MAY_NOT_RECORD');
  const { contractId, batchId, claimId } = command;
  const reserved = reservationOf(state, command);
  const about = { contractId, batchId, claimId };
  if (command.type === 'ReleaseBudget') {
    const cents = reserved - (command.keepCents ?? 0);
    if (cents <= 0) return accept();
    return accept({ type: 'BudgetReleased', payload: { ...about, cents, releasedOn: textOf(today) } });
  }
  if (reserved > 0) return accept();
  const { cents, ceilingCents } = command;
  if (ceilingCents !== undefined && state.reservedCents + cents > ceilingCents) return refuse('BUDGET_CEILING_REACHED');
  return accept({ type: 'BudgetReserved', payload: { ...about, cents, reservedOn: textOf(today) } });
}

function evolve({ reservations, reservedCents }: BudgetState, event: RecordedOf<BudgetEvent>): BudgetState {
  const next = new Map(reservations);
  const { cents } = event.payload;
  switch (event.type) {
    case 'BudgetReserved':
      next.set(keyOf(event.payload), (reservations.get(keyOf(event.payload)) ?? 0) + cents);
      return { reservations: next, reservedCents: reservedCents + cents };
    case 'BudgetReleased':
      next.set(keyOf(event.payload), (reservations.get(keyOf(event.payload)) ?? 0) - cents);
      return { reservations: next, reservedCents: reservedCents - cents };
    default:
      event satisfies never;
      return { reservations, reservedCents };
  }
}

/** Contractplafond (stream `budget-…`): one reservation for each line of a batch, before its order is given (R40). */
export const budgetDecider: Decider<BudgetState, BudgetCommand, BudgetEvent, Asking, RecordedOf<BudgetEvent>> = {
  initial: { reservations: new Map(), reservedCents: 0 },
  evolve,
  decide,
};
