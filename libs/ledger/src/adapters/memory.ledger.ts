import type { Clock } from '../clock.js';
import { systemClock } from '../clock.js';
import { CODEC, prepareAll, sealed, type Codec, type PreparedEvent } from '../codec/codec.js';
import {
  RestoreRefused,
  START,
  type AppendResult,
  type Ledger,
  type NewEvent,
  type Position,
  type ReadAllOptions,
  type ReadOptions,
  type RecordedEvent,
  type StoredEvent,
  type Subscription,
} from '../ledger.js';
import { LedgerTime } from './ledger-time.js';
import { restorable } from './restorable.js';
import { acknowledged, repeated } from './same-append.js';
import { Followers, type SubscribeOptions } from './subscription.js';

/** A ledger that is gone when the process ends: for tests, cases and what-if. */
export function memoryLedger(options: { readonly clock?: Clock; readonly codec?: Codec } = {}): Ledger {
  return new MemoryLedger(options.clock ?? systemClock, options.codec ?? CODEC);
}

class MemoryLedger implements Ledger {
  private readonly all: RecordedEvent[] = [];
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly byId = new Map<string, RecordedEvent>();
  private readonly followers = new Followers();
  private readonly time: LedgerTime;

  constructor(
    clock: Clock,
    private readonly codec: Codec,
  ) {
    this.time = new LedgerTime(clock);
  }

  async append(stream: string, expected: 'none' | number, events: readonly NewEvent[]): Promise<AppendResult> {
    const prepared = prepareAll(this.codec, stream, events);
    if (prepared.some(({ id }) => this.byId.has(id)))
      return repeated(
        prepared,
        prepared.map(({ id }) => this.byId.get(id)),
      );
    const actual = (this.streams.get(stream)?.length ?? 0) - 1;
    if (actual !== (expected === 'none' ? -1 : expected)) return { ok: false, conflict: { actual } };
    const recordedAt = this.time.stamp();
    const stored = prepared.map((event, index) => this.store(event, actual + 1 + index, recordedAt));
    const result = acknowledged(stored, false);
    this.time.stored(recordedAt);
    this.followers.ring();
    return result;
  }

  async restore(events: readonly StoredEvent[]): Promise<void> {
    const fresh = restorable(events, {
      lastRevision: (stream) => (this.streams.get(stream)?.length ?? 0) - 1,
      at: (stream, revision) => this.streams.get(stream)?.[revision],
    });
    for (const event of fresh) if (this.byId.has(event.id)) throw new RestoreRefused(`${event.id} is used elsewhere`);
    this.time.restored(fresh);
    for (const event of fresh) this.keep({ ...event, position: this.all.length as Position });
    this.followers.ring();
  }

  async *readStream(stream: string, options: ReadOptions = {}): AsyncIterable<RecordedEvent> {
    const { from, backwards = false, max = Number.POSITIVE_INFINITY } = options;
    const events = this.streams.get(stream) ?? [];
    const step = backwards ? -1 : 1;
    let given = 0;
    let revision = from ?? (backwards ? events.length - 1 : 0);
    if (backwards) revision = Math.min(revision, events.length - 1);
    for (
      let event = events[revision];
      event !== undefined && given < max;
      event = events[(revision += step)], given += 1
    )
      yield event;
  }

  async *readAll(options: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    const { after = START, until = Number.POSITIVE_INFINITY, max = Number.POSITIVE_INFINITY, prefixes } = options;
    let given = 0;
    for (let index = after + 1; index <= until && given < max; index += 1) {
      const event = this.all[index];
      if (event === undefined) return;
      if (prefixes?.some((prefix) => event.stream.startsWith(prefix)) === false) continue;
      given += 1;
      yield event;
    }
  }

  subscribe(options: SubscribeOptions): Subscription {
    return this.followers.follow(
      {
        page: (after, max) => this.all.slice(after + 1, after + 1 + max),
        countAfter: (position) => this.all.length - 1 - position,
      },
      options,
    );
  }

  head(): Promise<Position> {
    return Promise.resolve((this.all.length - 1) as Position);
  }

  async close(): Promise<void> {
    await this.followers.close();
  }

  private store(event: PreparedEvent, revision: number, recordedAt: string): RecordedEvent {
    const { id, type, stream, bytes } = event;
    const leafHash = sealed(event, revision, recordedAt);
    const position = this.all.length as Position;
    return this.keep({ position, stream, revision, id, type, recordedAt, leafHash, bytes });
  }

  private keep(stored: StoredEvent): RecordedEvent {
    const recorded = this.codec.decode(stored);
    this.all.push(recorded);
    this.byId.set(stored.id, recorded);
    const events = this.streams.get(stored.stream);
    if (events === undefined) this.streams.set(stored.stream, [recorded]);
    else events.push(recorded);
    return recorded;
  }
}
