import type { EventStoreDBClient } from '@eventstore/db-client';
import { systemClock, type Clock } from '../../clock.js';
import { CODEC, prepareAll, type Codec } from '../../codec/codec.js';
import {
  LedgerUnavailable,
  RestoreRefused,
  type AppendResult,
  type Ledger,
  type NewEvent,
  type Position,
  type ReadAllOptions,
  type ReadOptions,
  type RecordedEvent,
  type StoredEvent,
  type Subscription,
} from '../../ledger.js';
import { LedgerTime } from '../ledger-time.js';
import { restorable } from '../restorable.js';
import { StoreRefused } from '../refused/store-refused.js';
import { follow, type SubscribeOptions } from '../subscription.js';
import { addressIn, type Address } from './address.js';
import { Appending } from './appending.js';
import { borrowClient, giveBackClient, isRefusal, reasonOf } from './connection.js';
import { KnownIds } from './known-ids.js';
import { lastKnownBy } from './last-known.js';
import { ofPrefixes } from './of-prefixes.js';
import { Reading } from './reading.js';
import { runsOf } from './runs.js';
import { Stamps } from './stamps.js';
import { StreamNames } from './stream-names.js';
import { Tail } from './tail.js';

export interface EventStoreDbLedgerOptions {
  readonly url: string;
  readonly clock?: Clock;
  readonly codec?: Codec;
  /** Reads only; an append is refused. */
  readonly readOnly?: boolean;
  /** How often the subscription is checked against the end of the order. */
  readonly heartbeatMs?: number;
}

const LAG_MAX = 100_000;

/** A ledger on an EventStoreDB server or cluster, which several processes may write at once. */
export async function eventStoreDbLedger(options: EventStoreDbLedgerOptions): Promise<Ledger> {
  const address = addressIn(options.url);
  const ledger = new EventStoreDbLedger(borrowClient(address.url), address, options);
  try {
    await ledger.open();
    return ledger;
  } catch (error) {
    await ledger.close();
    if (!isRefusal(error)) throw error;
    throw new StoreRefused(`LEDGER_URL: EventStoreDB refuses: ${reasonOf(error)}`, { cause: error });
  }
}

class EventStoreDbLedger implements Ledger {
  private readonly codec: Codec;
  private readonly names: StreamNames;
  private readonly ids = new KnownIds();
  private readonly reading: Reading;
  private readonly appending: Appending;
  private readonly tail: Tail;
  private readonly time: LedgerTime;
  private readonly stamps: Stamps;
  private readonly subscriptions = new Set<Subscription>();
  private readonly underway = new Set<Promise<unknown>>();
  private closing = false;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly address: Address,
    private readonly options: EventStoreDbLedgerOptions,
  ) {
    const { clock = systemClock, codec = CODEC, heartbeatMs } = options;
    const names = (this.names = new StreamNames(address.ledger));
    this.codec = codec;
    this.reading = new Reading({ client, address, names, codec });
    this.appending = new Appending({ client, address, names, reading: this.reading, ids: this.ids });
    this.time = new LedgerTime(clock);
    this.stamps = new Stamps(this.time, clock);
    const onEvent = (event: RecordedEvent): void => this.heard(event);
    this.tail = new Tail({
      client,
      address,
      names,
      reading: this.reading,
      onEvent,
      ...(heartbeatMs !== undefined && { heartbeatMs }),
    });
  }

  /** Time goes on from what the ledger holds. */
  async open(): Promise<void> {
    const last = await this.reading.last();
    if (last !== undefined) this.time.restored([last]);
  }

  async append(stream: string, expected: 'none' | number, events: readonly NewEvent[]): Promise<AppendResult> {
    this.demandWriting();
    const prepared = prepareAll(this.codec, stream, events);
    return this.answered(async () => {
      const foreseen = await this.appending.foreseen(stream, expected, prepared);
      if (foreseen !== undefined) return foreseen;
      return this.stamps.sail(async (recordedAt) => {
        const result = await this.appending.append(stream, expected, { events: prepared, recordedAt });
        if (result.ok && !result.duplicate) this.time.stored(recordedAt);
        return result;
      });
    });
  }

  async restore(events: readonly StoredEvent[]): Promise<void> {
    this.demandWriting();
    await this.answered(async () => {
      const held = await this.held(events);
      const fresh = restorable(events, {
        lastRevision: (stream) => held.get(stream)?.at(-1)?.revision ?? -1,
        at: (stream, revision) => held.get(stream)?.find((event) => event.revision === revision),
      });
      const elsewhere = fresh.find(({ id, stream }) => (this.ids.ownerOf(id) ?? stream) !== stream);
      if (elsewhere !== undefined) throw new RestoreRefused(`${elsewhere.id} is used elsewhere`);
      this.time.restored(fresh);
      for (const run of runsOf(fresh))
        if (!(await this.appending.restore(run)))
          throw new RestoreRefused(`${run[0]?.stream} is being written by others; stop them and ask again`);
    });
  }

  async *readStream(stream: string, options: ReadOptions = {}): AsyncIterable<RecordedEvent> {
    for await (const event of this.reading.stream(stream, options)) {
      this.ids.learn(event);
      yield event;
    }
  }

  readAll(options: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    const { prefixes } = options;
    if (prefixes === undefined) return this.reading.all(options);
    const { client, address, reading, names } = this;
    return ofPrefixes({ client, address, reading, names }, { ...options, prefixes });
  }

  subscribe(options: SubscribeOptions): Subscription {
    this.tail.start();
    const { onError } = options;
    const silence = onError && this.tail.onAlarm(onError);
    const following = follow(
      {
        page: (after, max) => this.tail.after(after, max) ?? this.reading.next(after, max),
        countAfter: (position) => this.countAfter(position),
        onStored: (listener) => this.tail.onStored(listener),
      },
      options,
    );
    const subscription = {
      close: async () => {
        silence?.();
        await following.close();
        this.subscriptions.delete(subscription);
      },
      lag: () => following.lag(),
    };
    this.subscriptions.add(subscription);
    return subscription;
  }

  head(): Promise<Position> {
    return this.reading.head();
  }

  knownAsOf(instant: number): Promise<Position> {
    return lastKnownBy(this.reading, instant);
  }

  /** Lets handlers finish, answers what was asked, then lets go of the server. */
  async close(): Promise<void> {
    if (this.closing) return;
    await Promise.all([...this.subscriptions].map((subscription) => subscription.close()));
    this.closing = true;
    await Promise.allSettled(this.underway);
    await this.tail.close();
    await giveBackClient(this.address.url);
  }

  private demandWriting(): void {
    if (this.options.readOnly) throw new Error('This ledger was opened for reading');
    if (this.closing) throw new LedgerUnavailable('The ledger is closing');
    this.tail.start();
  }

  private async answered<T>(work: () => Promise<T>): Promise<T> {
    const working = work();
    this.underway.add(working);
    try {
      return await working;
    } finally {
      this.underway.delete(working);
    }
  }

  /** What others write moves our time on, so that we stamp nothing before it. */
  private heard(event: RecordedEvent): void {
    this.time.restored([event]);
    this.ids.learn(event);
  }

  /** As far as it says anything: a hundred thousand is far behind. */
  private async countAfter(position: Position): Promise<number> {
    let count = 0;
    for await (const _ of this.reading.all({ after: position, max: LAG_MAX })) count += 1;
    return count;
  }

  /** Of every stream that is copied in, what stands here from the first copied revision on, and the event before. */
  private async held(events: readonly StoredEvent[]): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
    const held = new Map<string, readonly StoredEvent[]>();
    for (const { stream, revision } of events) {
      if (held.has(stream)) continue;
      const standing: StoredEvent[] = [];
      const [last] = await this.reading.streamPage(stream, { backwards: true, max: 1 });
      if (last !== undefined && last.revision >= revision)
        for await (const event of this.reading.stream(stream, { from: revision })) standing.push(event);
      held.set(stream, standing.length > 0 || last === undefined ? standing : [last]);
    }
    return held;
  }
}
