/** What can go wrong with an append, a read or a subscription. Each fault happens once, in the order they were asked for. */
export type AppendFault =
  | 'cut before commit'
  | 'cut after commit'
  | 'no answer before commit'
  | 'no answer after commit'
  | 'unavailable'
  | 'bad request'
  | 'delivered twice'
  | { readonly delayMs: number };
export type ReadFault = 'cut' | 'no answer' | { readonly cutAfter: number };
export type SubscriptionFault = 'cut' | 'ends' | 'goes silent' | 'gives an event twice';

/** Faults waiting to happen. */
export class Faults {
  readonly appends: AppendFault[] = [];
  readonly reads: ReadFault[] = [];
  /** Happens to every subscription there is, at its next event. */
  subscriptions: SubscriptionFault | undefined;
  /** Numbers from 0 up to 1 by which one append in so many meets one of these. */
  chance: { readonly drawn: () => number; readonly oneIn: number; readonly of: readonly AppendFault[] } | undefined;

  nextAppend(): AppendFault | undefined {
    const waiting = this.appends.shift();
    if (waiting !== undefined || this.chance === undefined) return waiting;
    const { drawn, oneIn, of } = this.chance;
    return of[Math.floor(drawn() * of.length * oneIn)];
  }
}
