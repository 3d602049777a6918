import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger, Position, RecordedEvent, Subscription } from '@uitkomst/ledger';
import type { ReadStore } from '@uitkomst/projections';
import type { OnError } from '../ports.js';
import { isPublished, outboundEvent, type Origin } from './outbound-event.js';
import type { OutboundMessage, Publisher } from './publisher.js';

export interface RelayOptions {
  readonly ledger: Ledger;
  /** Keeps how far the relay has come and how many events it had published by then, both in one move. */
  readonly reads: Pick<ReadStore, 'cursor' | 'moveCursors'>;
  readonly publisher: Publisher;
  readonly origin: Origin;
  readonly onError: OnError;
  /** First pause after a send that failed; it doubles up to `pauseMaxMs`. */
  readonly pauseMs?: number;
  readonly pauseMaxMs?: number;
}

const PLACE = 'relay';
const COUNT = 'relay-count';
/** Events without anything to publish after which the place moves all the same. */
const IDLE_MAX = 2_000;
/** One send stays well under what a broker takes at once (1 MiB a partition). */
const SEND_CHARACTERS_MAX = 500_000;

/** What is sent in one go, and where the relay is once it is kept. */
interface Parcel {
  readonly messages: readonly OutboundMessage[];
  readonly characters: number;
  readonly position: Position;
  readonly count: number;
}

const joined = (first: Parcel, then: Parcel): Parcel => ({
  ...then,
  messages: [...first.messages, ...then.messages],
  characters: first.characters + then.characters,
});

/**
 * Publishes what the ledger records: every event that goes out, in the order of the ledger, at least once. Its place moves only after
 * all replicas have what was sent, so after a crash something may go out again, always under the number it had before.
 */
export class Relay {
  private subscription: Subscription | undefined;
  private beginning: Promise<void> | undefined;
  /** The one send that is on its way, and what is made ready meanwhile. */
  private sending: Promise<void> = Promise.resolve();
  private waiting: Parcel | undefined;
  private pumping: Promise<void> | undefined;
  private readonly stopping = new AbortController();
  private count = 0;
  private idle = 0;

  constructor(private readonly options: RelayOptions) {}

  start(): void {
    this.beginning = this.begin();
  }

  /** What is on its way is waited for, unless the broker is away: then it goes out after the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.beginning;
    await this.subscription?.close();
    await this.pumping;
  }

  /** Events recorded but not yet looked at. */
  async lag(): Promise<number> {
    return (await this.subscription?.lag()) ?? 0;
  }

  private async begin(): Promise<void> {
    const { ledger, onError } = this.options;
    await this.untilDone(async () => {
      const after = await this.resume();
      this.subscription = ledger.subscribe({ after, handler: (batch) => this.handle(batch), onError });
    });
  }

  /** Where it was. Further than the ledger means one put back from a backup: all it holds has gone out, and no number is given twice. */
  private async resume(): Promise<Position> {
    const { ledger, reads } = this.options;
    const [place, count, head] = [await reads.cursor(PLACE), await reads.cursor(COUNT), await ledger.head()];
    this.count = Math.max(count, 0);
    return place > head ? head : place;
  }

  private async handle(batch: readonly RecordedEvent[]): Promise<void> {
    const parcels = this.parcels(batch);
    this.count = parcels.at(-1)?.count ?? this.count;
    for (const parcel of parcels) {
      while (this.isFull && !this.stopping.signal.aborted) await this.sending;
      this.waiting = this.waiting ? joined(this.waiting, parcel) : parcel;
      this.pumping ??= this.pump();
    }
  }

  private get isFull(): boolean {
    return (this.waiting?.characters ?? 0) >= SEND_CHARACTERS_MAX;
  }

  /** One send after the other; what was made ready during one goes out with the next. */
  private async pump(): Promise<void> {
    for (let parcel = this.waiting; parcel && !this.stopping.signal.aborted; parcel = this.waiting) {
      this.waiting = undefined;
      const taken = parcel;
      this.sending = this.untilDone(() => this.send(taken));
      await this.sending;
    }
    // At once, with nothing in between: what is made ready from now on finds nobody pumping and begins anew.
    this.pumping = undefined;
  }

  private parcels(batch: readonly RecordedEvent[]): readonly Parcel[] {
    const { origin } = this.options;
    const parcels: Parcel[] = [];
    let { count } = this;
    let messages: OutboundMessage[] = [];
    let characters = 0;
    for (const event of batch) {
      if (!isPublished(event)) continue;
      const message = outboundEvent(event, (count += 1), origin);
      messages.push(message);
      characters += message.value.length;
      if (characters < SEND_CHARACTERS_MAX) continue;
      parcels.push({ messages, characters, position: event.position, count });
      [messages, characters] = [[], 0];
    }
    this.idle = count > this.count ? 0 : this.idle + batch.length;
    const last = batch.at(-1)?.position;
    if (last !== undefined && (messages.length > 0 || this.idle > IDLE_MAX))
      parcels.push({ messages, characters, position: last, count });
    return parcels;
  }

  private async send({ messages, position, count }: Parcel): Promise<void> {
    const { publisher, reads } = this.options;
    if (messages.length > 0) await publisher.publish(messages);
    await reads.moveCursors({ [PLACE]: position, [COUNT]: count });
  }

  /** Tries until it succeeds, because nothing may be skipped; rests in between, because a broker that is away answers at once. */
  private async untilDone(work: () => Promise<void>): Promise<void> {
    const { pauseMs = 100, pauseMaxMs = 5_000, onError } = this.options;
    const { signal } = this.stopping;
    for (let pause = pauseMs; !signal.aborted; pause = Math.min(pause * 2, pauseMaxMs)) {
      try {
        return await work();
      } catch (error) {
        onError(error);
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
