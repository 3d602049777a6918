import { systemClock, type Clock } from '../../clock.js';
import { CODEC, prepareAll, type Codec } from '../../codec/codec.js';
import {
  LedgerUnavailable,
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
} from '../../ledger.js';
import { CommitQueue } from '../commit-queue.js';
import { LedgerTime } from '../ledger-time.js';
import { RecentEvents } from '../recent-events.js';
import { StoreRefused } from '../refused/store-refused.js';
import { Followers, type SubscribeOptions } from '../subscription.js';
import { demandMigrated, migrate } from './migrate.js';
import { demandReachable, listen, openPostgres, type Listening, type PostgresPool } from './open-postgres.js';
import { PostgresCommit } from './postgres-commit.js';
import { eventsAfter, eventsMisfiled, eventsOfPrefixes, eventsOfStream, lastEvent } from './postgres-events.js';
import { readAhead } from './read-ahead.js';
import { restoreInto } from './postgres-restore.js';
import { CHANNEL, LEDGER_SCHEMA } from './schema.js';

export interface PostgresLedgerOptions {
  readonly url: string;
  readonly clock?: Clock;
  readonly codec?: Codec;
  /** Makes and changes nothing; an append is refused. */
  readonly readOnly?: boolean;
  /** Told of connections that broke by themselves; they are made again. */
  readonly onError?: (error: unknown) => void;
}

const PAGE = 256;
const READERS = 4;
/** Of its own: one to send batches on, one to restore on. */
const WRITERS = 2;
/** While PostgreSQL stores one, the next is already with it. */
const BATCHES = 2;
const REVISION_MAX = 2_147_483_647;

/**
 * A ledger in a PostgreSQL database, for as many processes as like to write it: a lock gives out positions one batch at a time, in
 * the order of commits. Brings its tables up to date first, and refuses a server that does not keep what it acknowledges.
 */
export async function postgresLedger(options: PostgresLedgerOptions): Promise<Ledger> {
  const { url, clock = systemClock, codec = CODEC, readOnly = false, onError = () => undefined } = options;
  const reads = openPostgres(url, { max: READERS, onError });
  const writes = readOnly ? undefined : openPostgres(url, { max: WRITERS, pipeline: true, onError });
  try {
    await demandReachable(reads, url);
    if (writes === undefined) await demandMigrated(reads, LEDGER_SCHEMA);
    else {
      await demandDurable(writes);
      await migrate(writes, LEDGER_SCHEMA);
    }
    const last = await lastEvent(reads);
    const time = new LedgerTime(clock, last && Date.parse(last.recordedAt));
    return new PostgresLedger({ url, codec, reads, onError, ...(writes && { writing: { writes, time } }) });
  } catch (error) {
    await Promise.all([reads.end(), writes?.end()]);
    throw error;
  }
}

/** Acknowledged must mean: survives a power cut. Asked again inside every append, since settings can change under way. */
async function demandDurable(pool: PostgresPool): Promise<void> {
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await pool.query<{ value: string }>('select current_setting($1) as value', [name]);
    if (rows[0]?.value === 'off')
      throw new StoreRefused(
        `LEDGER_URL: PostgreSQL has ${name} = off: a power cut would take back what was acknowledged`,
      );
  }
}

interface Parts {
  readonly url: string;
  readonly codec: Codec;
  readonly reads: PostgresPool;
  readonly onError: (error: unknown) => void;
  readonly writing?: { readonly writes: PostgresPool; readonly time: LedgerTime };
}

class PostgresLedger implements Ledger {
  private readonly queue: CommitQueue | undefined;
  private readonly followers = new Followers();
  private readonly recent = new RecentEvents();
  private listening: Listening | undefined;
  private closing = false;

  constructor(private readonly parts: Parts) {
    const { codec, writing } = parts;
    if (writing === undefined) return;
    const onStored = (events: readonly RecordedEvent[]) => this.stored(events);
    const commit = new PostgresCommit(writing.writes, { codec, time: writing.time, onStored });
    this.queue = new CommitQueue((batch) => commit.commit(batch), BATCHES);
  }

  async append(stream: string, expected: 'none' | number, events: readonly NewEvent[]): Promise<AppendResult> {
    if (this.queue === undefined) throw new Error('This ledger was opened for reading');
    if (this.closing) throw new LedgerUnavailable('The ledger is closing');
    return this.queue.append(stream, expected, prepareAll(this.parts.codec, stream, events));
  }

  async restore(events: readonly StoredEvent[]): Promise<void> {
    const { writing } = this.parts;
    if (writing === undefined) throw new Error('This ledger was opened for reading');
    if (this.closing) throw new LedgerUnavailable('The ledger is closing');
    const stored = await answered('Not known to be restored', restoreInto(writing.writes, events));
    writing.time.restored(stored);
    this.stored(stored.map((event) => this.parts.codec.decode(event)));
  }

  async *readStream(stream: string, options: ReadOptions = {}): AsyncIterable<RecordedEvent> {
    const { backwards: back = false, max = Number.POSITIVE_INFINITY } = options;
    let from = Math.min(options.from ?? (back ? REVISION_MAX : 0), REVISION_MAX);
    for (let left = max; left > 0;) {
      const size = Math.min(left, PAGE);
      const page = await read(eventsOfStream(this.parts.reads, stream, { from, back, max: size }));
      for (const stored of page) yield this.parts.codec.decode(stored);
      if (page.length < size) return;
      left -= page.length;
      from = (page.at(-1)?.revision ?? from) + (back ? -1 : 1);
    }
  }

  async *readAll(options: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    const { after = START, until = Number.MAX_SAFE_INTEGER, max = Number.POSITIVE_INFINITY, prefixes } = options;
    const { reads, codec } = this.parts;
    const page = (from: number, size: number) =>
      read(
        prefixes === undefined
          ? eventsAfter(reads, from, { until, max: size })
          : eventsOfPrefixes(reads, prefixes, { after: from, until, max: size }),
      );
    if (max > 0) for await (const stored of readAhead(page, after, max)) yield codec.decode(stored);
  }

  subscribe(options: SubscribeOptions): Subscription {
    const { url, onError } = this.parts;
    this.listening ??= listen(url, CHANNEL, { onNotice: () => this.ring(), onError });
    return this.followers.follow(
      {
        page: (after, max) => this.page(after, max),
        countAfter: async (position) => (await this.head()) - position,
      },
      options,
    );
  }

  async head(): Promise<Position> {
    return (await read(lastEvent(this.parts.reads)))?.position ?? START;
  }

  misfiled(): Promise<readonly StoredEvent[]> {
    return read(eventsMisfiled(this.parts.reads));
  }

  /** Lets handlers finish, answers what was asked, then lets go of the connections. */
  async close(): Promise<void> {
    if (this.closing) return;
    await this.followers.close();
    this.closing = true;
    await this.queue?.drained();
    const { reads, writing } = this.parts;
    await Promise.all([this.listening?.close(), reads.end(), writing?.writes.end()]);
  }

  /** What this process stored last needs no asking; what others stored after it does. */
  private async page(after: Position, max: number): Promise<readonly RecordedEvent[]> {
    const own = this.recent.after(after, max);
    if (own !== undefined && own.length > 0) return own;
    const range = { until: Number.MAX_SAFE_INTEGER, max };
    const page = await read(eventsAfter(this.parts.reads, after, range));
    return page.map((stored) => this.parts.codec.decode(stored));
  }

  private stored(events: readonly RecordedEvent[]): void {
    this.recent.add(events);
    this.ring();
  }

  private ring(): void {
    this.followers.ring();
  }
}

const read = <T>(asking: Promise<T>): Promise<T> => answered('The ledger cannot be read', asking);

/** Whatever the server did not answer may be asked again. */
async function answered<T>(told: string, asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof RestoreRefused) throw error;
    throw new LedgerUnavailable(`${told}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
