import type { Position, RecordedEvent, Subscription } from '../ledger.js';

/** Where a subscription reads from: a store that tells when something was added. */
export interface Source {
  /** The next events after a position, in order; empty at the end. */
  page(after: Position, max: number): readonly RecordedEvent[] | Promise<readonly RecordedEvent[]>;
  /** How many events come after a position. */
  countAfter(position: Position): number | Promise<number>;
  /** Calls back whenever something is known to be stored; returns how to stop that. */
  onStored(listener: () => void): () => void;
}

export interface SubscribeOptions {
  readonly after: Position;
  readonly handler: (batch: readonly RecordedEvent[]) => Promise<void>;
  readonly onError?: (error: unknown) => void;
  readonly max?: number;
}

/** A handler takes suspiciously long. It is not started a second time, since the first may yet finish; this is the alarm. */
export class SubscriptionStalled extends Error {
  override readonly name = 'SubscriptionStalled';
}

const PAGE = 256;
/** Other processes may write too; nobody tells us, so we look. */
const POLL_MS = 500;
const BACK_OFF_MS = 25;
const BACK_OFF_MAX_MS = 5_000;
const STALL_MS = 30_000;

/** Follows a store from a position on: every event, in order; a batch whose handler failed is offered again, with back-off. */
export function follow(source: Source, options: SubscribeOptions): Subscription {
  let position = options.after;
  let failures = 0;
  const bell = new Bell();
  const stopListening = source.onStored(() => bell.ring());

  const step = async () => {
    bell.quiet();
    const batch = await source.page(position, options.max ?? PAGE);
    const last = batch.at(-1);
    if (last === undefined) return bell.rungWithin(POLL_MS);
    await alarmed(options.handler(batch), options.onError);
    position = last.position;
    failures = 0;
  };
  const run = async () => {
    while (!bell.stopped) {
      try {
        await step();
      } catch (error) {
        options.onError?.(error);
        await bell.stoppedWithin(Math.min(BACK_OFF_MS * 2 ** failures, BACK_OFF_MAX_MS));
        failures += 1;
      }
    }
  };
  const running = run();

  return {
    close: async () => {
      stopListening();
      bell.stop();
      await running;
    },
    lag: async () => source.countAfter(position),
  };
}

/** Those who follow one store: told when it grows, closed with it. */
export class Followers {
  private readonly listeners = new Set<() => void>();
  private readonly subscriptions = new Set<Subscription>();

  follow(source: Omit<Source, 'onStored'>, options: SubscribeOptions): Subscription {
    const onStored = (listener: () => void) => {
      this.listeners.add(listener);
      return () => this.listeners.delete(listener);
    };
    const following = follow({ ...source, onStored }, options);
    const subscription: Subscription = {
      ...following,
      close: async () => {
        await following.close();
        this.subscriptions.delete(subscription);
      },
    };
    this.subscriptions.add(subscription);
    return subscription;
  }

  /** There is something new. */
  ring(): void {
    for (const listener of this.listeners) listener();
  }

  /** Lets their handlers finish. */
  async close(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.close()));
  }
}

async function alarmed(handling: Promise<void>, onError: SubscribeOptions['onError']): Promise<void> {
  const timer = setTimeout(() => onError?.(new SubscriptionStalled(`No end after ${STALL_MS} ms`)), STALL_MS);
  timer.unref();
  try {
    await handling;
  } finally {
    clearTimeout(timer);
  }
}

/** Rung when something was stored, also between looking and lying down to wait. */
class Bell {
  stopped = false;
  private rung = false;
  private wake: ((byBell: boolean) => void) | undefined;

  quiet(): void {
    this.rung = false;
  }
  ring(): void {
    this.rung = true;
    this.wake?.(true);
  }
  stop(): void {
    this.stopped = true;
    this.wake?.(false);
  }
  async rungWithin(milliseconds: number): Promise<void> {
    if (!this.rung) await this.rest(milliseconds, true);
  }
  stoppedWithin(milliseconds: number): Promise<void> {
    return this.rest(milliseconds, false);
  }
  private async rest(milliseconds: number, bellWakes: boolean): Promise<void> {
    if (this.stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      timer.unref();
      this.wake = (byBell) => {
        if (byBell && !bellWakes) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = undefined;
  }
}
