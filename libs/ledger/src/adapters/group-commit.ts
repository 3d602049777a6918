import { sealed, type Codec, type PreparedEvent } from '../codec/codec.js';
import type { AppendResult, Position, RecordedEvent, StoredEvent } from '../ledger.js';
import { CommitQueue, type Asked } from './commit-queue.js';
import type { LedgerTime } from './ledger-time.js';
import { isConstraint, type Database } from './open-sqlite.js';
import { acknowledged, repeated } from './same-append.js';
import { eventInsert, eventQueries } from './sqlite-events.js';

const HEADS_MAX = 50_000;
/** The revision before the first. */
const NEW = -1;

/** The single writer of a SQLite ledger. */
export class GroupCommit {
  private readonly queue = new CommitQueue((batch) => this.commit(batch));
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
    return this.queue.append(stream, expected, events);
  }

  /** Resolves when everything asked so far is answered. */
  drained(): Promise<void> {
    return this.queue.drained();
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
    const actual = this.heads.get(stream) ?? this.looked(asked, idsFirst);
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

  /** What is said to be new is taken for new: where it is not, SQLite refuses its first revision, and the second time it is looked up. */
  private looked({ stream, expected }: Asked, idsFirst: boolean): number {
    return expected === NEW && !idsFirst ? NEW : this.queries.lastRevision(stream);
  }

  private store(event: PreparedEvent, revision: number, recordedAt: string): RecordedEvent {
    const { id, type, stream, bytes } = event;
    const leafHash = sealed(event, revision, recordedAt);
    const position = (this.head() + 1) as Position;
    const stored = { position, stream, revision, id, type, recordedAt, leafHash, bytes };
    this.insert(stored);
    this.position = position;
    return this.tools.codec.decode(stored, event.made);
  }

  private head(): number {
    return (this.position ??= this.queries.last()?.position ?? -1);
  }

  private known(id: string): RecordedEvent | undefined {
    const stored = this.queries.byId(id);
    return stored === undefined ? undefined : this.tools.codec.decode(stored);
  }
}
