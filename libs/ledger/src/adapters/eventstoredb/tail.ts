import { setTimeout as sleep } from 'node:timers/promises';
import { START as BEGINNING, streamNameFilter, type EventStoreDBClient } from '@eventstore/db-client';
import { START, type Position, type RecordedEvent } from '../../ledger.js';
import { SubscriptionStalled } from '../subscription.js';
import type { Address } from './address.js';
import { letGo } from './collect.js';
import { endsAppend } from './event-bytes.js';
import type { Reading } from './reading.js';
import type { StreamNames } from './stream-names.js';

export interface TailOptions {
  readonly client: EventStoreDBClient;
  readonly address: Address;
  readonly names: StreamNames;
  readonly reading: Reading;
  /** Told of every event of ours, in order, once. */
  readonly onEvent: (event: RecordedEvent) => void;
  readonly heartbeatMs?: number;
}

const KEPT_MAX = 4_096;
const HEARTBEAT_MS = 5_000;
const BACK_OFF_MS = 25;
const BACK_OFF_MAX_MS = 5_000;

/**
 * The end of the global order as it grows: one subscription a process, from which all that follow the ledger are served. It resumes
 * after the last event it had; when it ends, fails, or is silent while the end moves on, it tells and begins again from there.
 */
export class Tail {
  private position: Position = START;
  /** The last events, without a gap, and the position before the first. */
  private recent: RecordedEvent[] = [];
  private since: Position = START;
  private live = false;
  /** Where it was at the last heartbeat, if there was more by then. */
  private behindAt: Position | undefined;
  private running: Promise<void> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly alarms = new Set<(error: unknown) => void>();
  private readonly closing = new AbortController();

  constructor(private readonly options: TailOptions) {}

  /** Begins at the end there is now; once. */
  start(): void {
    this.running ??= this.run();
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.running;
  }

  /** Calls back whenever something came; returns how to stop that. */
  onStored(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onAlarm(alarm: (error: unknown) => void): () => void {
    this.alarms.add(alarm);
    return () => this.alarms.delete(alarm);
  }

  /** The next events after a position; undefined where the tail does not reach back so far, or is not sure to be at the end. */
  after(position: Position, max: number): readonly RecordedEvent[] | undefined {
    if (!this.live || position < this.since) return undefined;
    let from = this.recent.length;
    while (from > 0 && (this.recent[from - 1]?.position ?? START) > position) from -= 1;
    return this.recent.slice(from, from + max);
  }

  private async run(): Promise<void> {
    const { signal } = this.closing;
    let failures = 0;
    for (let begun = false; !signal.aborted;) {
      try {
        if (!begun) this.position = this.since = await this.options.reading.head();
        begun = true;
        const before = this.position;
        await this.attend().finally(() => {
          this.live = false;
          if (this.position > before) failures = 0;
        });
      } catch (error) {
        for (const alarm of this.alarms) alarm(error);
        this.ring(); // They look for themselves meanwhile.
        const pause = Math.min(BACK_OFF_MS * 2 ** failures, BACK_OFF_MAX_MS);
        await sleep(pause, undefined, { signal }).catch(() => undefined); // Closing breaks it off.
        failures += 1;
      }
    }
  }

  /** One subscription, from where the last one ended; settles when it is over. */
  private attend(): Promise<void> {
    const { client, address, names, heartbeatMs = HEARTBEAT_MS } = this.options;
    const place = BigInt(Math.max(this.position, 0));
    const subscription = client.subscribeToAll({
      fromPosition: this.position === START ? BEGINNING : { commit: place, prepare: place },
      filter: streamNameFilter({ prefixes: [names.filter] }),
      credentials: address.credentials,
    });
    const { signal } = this.closing;
    const arrived: RecordedEvent[] = []; // What was appended together is given together.
    return new Promise<void>((resolve, reject) => {
      const heartbeat = setInterval(() => void this.beat().catch(over), heartbeatMs);
      const over = (error?: unknown): void => {
        clearInterval(heartbeat);
        signal.removeEventListener('abort', leave);
        letGo(subscription);
        if (signal.aborted) resolve();
        else reject(error instanceof Error ? error : new SubscriptionStalled('The subscription ended'));
      };
      const leave = (): void => over();
      signal.addEventListener('abort', leave);
      subscription.on('confirmation', () => {
        this.live = true;
      });
      subscription.on('data', (received) => {
        try {
          const event = this.options.reading.own(received);
          if (event !== undefined && event.position > (arrived.at(-1)?.position ?? this.position)) arrived.push(event);
          if (received.event === undefined || !endsAppend(received.event)) return;
          this.hear(arrived.splice(0));
        } catch (error) {
          over(error);
        }
      });
      subscription.once('error', over);
      subscription.once('close', leave);
      if (signal.aborted) leave();
    });
  }

  private hear(events: readonly RecordedEvent[]): void {
    const last = events.at(-1);
    if (last === undefined) return;
    this.position = last.position;
    this.recent.push(...events);
    if (this.recent.length > 2 * KEPT_MAX) {
      this.since = this.recent.at(-KEPT_MAX - 1)?.position ?? this.since;
      this.recent = this.recent.slice(-KEPT_MAX);
    }
    for (const event of events) this.options.onEvent(event);
    this.ring();
  }

  /** The second beat at which the end is further and nothing came since the first: the subscription is dead, whatever it seems. */
  private async beat(): Promise<void> {
    const at = this.position;
    const behind = (await this.options.reading.head()) > this.position;
    const dead = behind && this.behindAt === this.position;
    this.behindAt = behind ? at : undefined;
    if (dead) throw new SubscriptionStalled(`Nothing came after position ${at}, though there is more`);
  }

  private ring(): void {
    for (const listener of this.listeners) listener();
  }
}
