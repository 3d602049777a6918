/** An order, and over how much of what its claim is due it took tax. */
interface Taxed {
  readonly claimId: string;
  readonly state: string;
  readonly taxedCents: number;
}

/** Of what a claim is due, the part that its orders took tax for. The tax of what failed or came back failed or came back with it. */
export const taxedCents = (orders: readonly Taxed[], claimId: string): number =>
  orders
    .filter((order) => order.claimId === claimId && (order.state === 'OPEN' || order.state === 'PAID'))
    .reduce((total, order) => total + order.taxedCents, 0);
