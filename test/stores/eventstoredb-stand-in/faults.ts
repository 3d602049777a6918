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
  /** Chance, of 1, that an append meets one of these. */
  chance: { readonly share: () => number; readonly of: readonly AppendFault[] } | undefined;

  nextAppend(): AppendFault | undefined {
    const waiting = this.appends.shift();
    if (waiting !== undefined || this.chance === undefined) return waiting;
    const drawn = this.chance.share();
    return this.chance.of[Math.floor(drawn * this.chance.of.length * CHANCES)];
  }
}

/** One in so many appends, for each fault of a chance. */
const CHANCES = 20;
