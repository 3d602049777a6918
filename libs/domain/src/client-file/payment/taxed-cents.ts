import type { PaymentOrder } from './payments.js';

/** Of what a claim is due, the part that its orders took tax for. The tax of what failed or came back failed or came back with it. */
export const taxedCents = (orders: readonly PaymentOrder[], claimId: string): number =>
  orders
    .filter((order) => order.claimId === claimId && (order.state === 'OPEN' || order.state === 'PAID'))
    .reduce((total, order) => total + order.taxedCents, 0);
