import { sealed, type Codec, type PreparedEvent } from '../codec/codec.js';
import {
  ClockRefused,
  LedgerUnavailable,
  type AppendResult,
  type Position,
  type RecordedEvent,
  type StoredEvent,
} from '../ledger.js';
import type { LedgerTime } from './ledger-time.js';
import { isConstraint, type Database } from './open-sqlite.js';
import { acknowledged, repeated } from './same-append.js';
import { eventInsert, eventQueries } from './sqlite-events.js';

interface Asked {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly PreparedEvent[];
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

/** So many wait for the disk that one more would only wait in vain. */
const QUEUE_MAX = 10_000;
const BATCH_MAX = 1_000;
const HEADS_MAX = 50_000;

/**
 * The single writer of a SQLite ledger. Whatever is asked while a transaction is on its way to the disk becomes the next one: one
 * sync for all, no timer, no waiting for company.
 */
export class GroupCommit {
  private queue: Asked[] = [];
  private scheduled = false;
  private idle: (() => void)[] = [];
  /** Last revision of streams lately written: true because nobody else writes. Forgotten after any trouble. */
  private readonly heads = new Map<string, number>();
  private position: number | undefined;
  private readonly queries: ReturnType<typeof eventQueries>;
  private readonly insert: ReturnType<typeof eventInsert>;

  constructor(
    private readonly database: Database,
    private readonly tools: {
      readonly codec: Codec;
      readonly time: LedgerTime;
      readonly onStored: (events: readonly RecordedEvent[]) => void;
    },
  ) {
    this.queries = eventQueries(database);
    this.insert = eventInsert(database);
  }

  append(stream: string, expected: 'none' | number, events: readonly PreparedEvent[]): Promise<AppendResult> {
    if (this.queue.length >= QUEUE_MAX) return Promise.reject(new LedgerUnavailable('Too many appends are waiting'));
    return new Promise((resolve, reject) => {
      this.queue.push({ stream, expected: expected === 'none' ? -1 : expected, events, resolve, reject });
      this.schedule();
    });
  }

  /** Resolves when everything asked so far is answered. */
  async drained(): Promise<void> {
    if (this.scheduled)
      await new Promise<void>((resolve) => {
        this.idle.push(resolve);
      });
  }

  /** Events were copied in past it: nothing remembered holds any more. */
  restored(events: readonly StoredEvent[]): void {
    this.tools.time.restored(events);
    this.forget();
  }

  private forget(): void {
    this.heads.clear();
    this.position = undefined;
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => this.flush());
  }

  private flush(): void {
    const batch = this.queue.splice(0, BATCH_MAX);
    try {
      for (const [index, result] of this.commit(batch).entries()) batch[index]?.resolve(result);
    } catch (error) {
      const known =
        error instanceof ClockRefused ? error : new LedgerUnavailable('Not known to be stored', { cause: error });
      for (const { reject } of batch) reject(known);
    }
    this.scheduled = false;
    if (this.queue.length > 0) this.schedule();
    else for (const resolve of this.idle.splice(0)) resolve();
  }

  /** One transaction for all. An id that turns up a second time makes SQLite refuse: then again, looking at ids first. */
  private commit(batch: readonly Asked[]): readonly AppendResult[] {
    try {
      return this.transaction(batch, false);
    } catch (error) {
      if (!isConstraint(error)) throw error;
      return this.transaction(batch, true);
    }
  }

  private transaction(batch: readonly Asked[], idsFirst: boolean): readonly AppendResult[] {
    const { database } = this;
    if (database.isTransaction) database.exec('ROLLBACK'); // Left open by a failure that did not let us.
    database.exec('BEGIN IMMEDIATE');
    try {
      const recordedAt = this.tools.time.stamp();
      this.head();
      const stored: RecordedEvent[] = [];
      const results = batch.map((asked) => {
        const result = this.decided(asked, recordedAt, idsFirst);
        if (result.ok && !result.duplicate) stored.push(...result.events);
        return result;
      });
      database.exec('COMMIT');
      if (stored.length > 0) {
        this.tools.time.stored(recordedAt);
        this.tools.onStored(stored);
      }
      return results;
    } catch (error) {
      this.forget();
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }

  private decided(asked: Asked, recordedAt: string, idsFirst: boolean): AppendResult {
    const { stream, expected, events } = asked;
    const actual = this.heads.get(stream) ?? this.queries.lastRevision(stream);
    if (idsFirst || actual !== expected) {
      const known = events.map(({ id }) => this.known(id));
      if (known.some((event) => event !== undefined)) return repeated(events, known);
      if (actual !== expected) return { ok: false, conflict: { actual } };
    }
    const stored = events.map((event, index) => this.store(event, actual + 1 + index, recordedAt));
    if (this.heads.size >= HEADS_MAX) this.heads.clear();
    this.heads.set(stream, actual + events.length);
    return acknowledged(stored, false);
  }

  private store(event: PreparedEvent, revision: number, recordedAt: string): RecordedEvent {
    const { id, type, stream, bytes } = event;
    const leafHash = sealed(event, revision, recordedAt);
    const position = (this.head() + 1) as Position;
    const stored = { position, stream, revision, id, type, recordedAt, leafHash, bytes };
    this.insert(stored);
    this.position = position;
    return this.tools.codec.decode(stored);
  }

  private head(): number {
    return (this.position ??= this.queries.last()?.position ?? -1);
  }

  private known(id: string): RecordedEvent | undefined {
    const stored = this.queries.byId(id);
    return stored === undefined ? undefined : this.tools.codec.decode(stored);
  }
}
