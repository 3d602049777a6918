import type { EventId } from '../../values/ids.js';
import type { OutcomeType } from '../claim/events.js';
import type { RecordedAs } from '../events.js';

/** One order to pay a claim, and what became of it. */
export interface PaymentOrder {
  readonly orderId: string;
  /** The event that ordered it, or paid it where the order is not known. */
  readonly eventId: EventId;
  readonly claimId: string;
  readonly providerId: string;
  readonly milestone: string;
  readonly outcomeType: OutcomeType;
  readonly episodeOn?: string;
  readonly jobId?: string;
  readonly tariffCents?: number;
  readonly cents: number;
  /** What of the claim it took tax for: another sum than `cents` where an earlier order was paid or returned in part. */
  readonly taxedCents: number;
  readonly orderedOn: string;
  /** Ordinal of the append that ordered it. */
  readonly orderedAt: number;
  /** Absent where a payment became known without its order (imported files). */
  readonly order?: {
    readonly determinationId: string;
    readonly determinedOn: string;
    readonly payer: string;
    readonly preparer: string;
    readonly batchId: string;
    /** Who had approved the decision that was ordered. */
    readonly approvers: readonly string[];
    readonly decisionHash: string;
    readonly accountId?: string | undefined;
    readonly contractId?: string | undefined;
    readonly ledgerAccount?: string | undefined;
    /** Tax paid on top of `cents`. */
    readonly vatCents?: number | undefined;
  };
  readonly state: 'OPEN' | 'PAID' | 'FAILED' | 'RETURNED' | 'CANCELLED';
  readonly paidCents: number;
  readonly paidOn?: string;
  /** What the bank sent back of it. */
  readonly returnedCents?: number;
}

type PaymentEvent =
  | RecordedAs<'PaymentOrdered'>
  | RecordedAs<'ClaimPaid'>
  | RecordedAs<'PaymentFailed'>
  | RecordedAs<'PaymentReturned'>
  | RecordedAs<'PaymentOrderCancelled'>;

/** Where the order stands in the file: its append, who had approved, and what the determination it pins makes due, from which day. */
interface Place {
  readonly append: number;
  readonly approvers: readonly string[];
  readonly dueCents: number | undefined;
  readonly determinedOn?: string;
}

export function evolvePayments(
  orders: readonly PaymentOrder[],
  event: PaymentEvent,
  place: Place,
): readonly PaymentOrder[] {
  switch (event.type) {
    case 'PaymentOrdered':
      return [...orders, ordered(event, place, orders)];
    case 'ClaimPaid':
      return orders.some((order) => isFor(order, event.payload))
        ? change(orders, event.payload, (order) => paid(order, event))
        : [...orders, paidUnordered(event, place)];
    case 'PaymentFailed':
      return change(orders, event.payload, (order) => ({ ...order, state: 'FAILED' }));
    case 'PaymentOrderCancelled':
      return change(orders, event.payload, (order) => ({ ...order, state: 'CANCELLED' }));
    case 'PaymentReturned':
      return change(orders, event.payload, (order) => ({
        ...order,
        state: 'RETURNED',
        paidCents: Math.max(0, order.paidCents - event.payload.cents),
        returnedCents: (order.returnedCents ?? 0) + event.payload.cents,
      }));
    default:
      return event satisfies never;
  }
}

/** Ordered, and not failed, returned or cancelled. */
export const openCents = (orders: readonly PaymentOrder[], claimId: string): number =>
  sum(orders, claimId, ({ state, cents }) => (state === 'OPEN' ? cents : 0));

export const paidCents = (orders: readonly PaymentOrder[], claimId: string): number =>
  sum(orders, claimId, (order) => order.paidCents);

/** Of what a claim is due, the part that its orders took tax for. The tax of what failed or came back failed or came back with it. */
export const taxedCents = (orders: readonly PaymentOrder[], claimId: string): number =>
  sum(orders, claimId, (order) => (order.state === 'OPEN' || order.state === 'PAID' ? order.taxedCents : 0));

const sum = (orders: readonly PaymentOrder[], claimId: string, cents: (order: PaymentOrder) => number): number =>
  orders.reduce((total, order) => total + (order.claimId === claimId ? cents(order) : 0), 0);

/** Which order of which claim. */
export type OfOrder = { readonly claimId: string; readonly orderId: string };
const isFor = (order: PaymentOrder, { claimId, orderId }: OfOrder): boolean =>
  order.claimId === claimId && order.orderId === orderId;

const change = (
  orders: readonly PaymentOrder[],
  of: OfOrder,
  to: (order: PaymentOrder) => PaymentOrder,
): readonly PaymentOrder[] => orders.map((order) => (isFor(order, of) ? to(order) : order));

function ordered(
  { id, payload }: RecordedAs<'PaymentOrdered'>,
  place: Place,
  before: readonly PaymentOrder[],
): PaymentOrder {
  const { append, approvers, dueCents = payload.cents, determinedOn = payload.orderedOn } = place;
  const { determinationId, decisionHash, payer, preparer, batchId } = payload;
  const { accountId, contractId, ledgerAccount, vatCents } = payload;
  const decided = { determinationId, decisionHash, determinedOn, approvers };
  return {
    ...withoutOrder(payload),
    eventId: id,
    taxedCents: Math.max(0, dueCents - taxedCents(before, payload.claimId)),
    orderedOn: payload.orderedOn,
    orderedAt: append,
    order: { ...decided, payer, preparer, batchId, accountId, contractId, ledgerAccount, vatCents },
    state: 'OPEN',
    paidCents: 0,
  };
}

const paid = (order: PaymentOrder, { payload }: RecordedAs<'ClaimPaid'>): PaymentOrder => ({
  ...order,
  state: 'PAID',
  paidCents: payload.cents,
  paidOn: payload.paidOn,
});

/** A payment that became known without its order counts as ordered and paid on that day. */
const paidUnordered = ({ id, payload }: RecordedAs<'ClaimPaid'>, { append }: Place): PaymentOrder => ({
  ...withoutOrder(payload),
  eventId: id,
  taxedCents: payload.cents,
  orderedOn: payload.paidOn,
  orderedAt: append,
  state: 'PAID',
  paidCents: payload.cents,
  paidOn: payload.paidOn,
});

type Pinned = Pick<PaymentOrder, 'orderId' | 'claimId' | 'providerId' | 'milestone' | 'outcomeType' | 'cents'> & {
  readonly episodeOn?: string | undefined;
  readonly jobId?: string | undefined;
  readonly tariffCents?: number | undefined;
};
const withoutOrder = ({ episodeOn, jobId, tariffCents, ...order }: Pinned) => ({
  orderId: order.orderId,
  claimId: order.claimId,
  providerId: order.providerId,
  milestone: order.milestone,
  outcomeType: order.outcomeType,
  cents: order.cents,
  ...(episodeOn === undefined ? {} : { episodeOn }),
  ...(jobId === undefined ? {} : { jobId }),
  ...(tariffCents === undefined ? {} : { tariffCents }),
});
