import { statSync } from 'node:fs';
import { systemClock, type Clock } from '../clock.js';
import { CODEC, prepareAll, type Codec } from '../codec/codec.js';
import {
  LedgerUnavailable,
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
import { AsideCheckpoints } from './checkpoint/aside-checkpoints.js';
import { charactersOf } from './commit-queue.js';
import { GroupCommit } from './group-commit.js';
import { LedgerTime } from './ledger-time.js';
import { closeSqlite, openLock, openSqlite, openSqliteToRead, type Database } from './open-sqlite.js';
import { RecentEvents } from './recent-events.js';
import { StoreRefused } from './refused/store-refused.js';
import { sameFile } from './same-file.js';
import { restoreInto } from './sqlite-restore.js';
import { demandEvents, ensureEvents, eventQueries } from './sqlite-events.js';
import { Followers, type SubscribeOptions } from './subscription.js';

export interface SqliteLedgerOptions {
  readonly path: string;
  readonly clock?: Clock;
  readonly codec?: Codec;
  /** Reads beside the process that writes, as the audit command does; an append is refused. */
  readonly readOnly?: boolean;
  /** For a reader: is given what to call when the writer recorded something; else the file is looked at now and then. */
  readonly onRecorded?: ((ring: () => void) => void) | undefined;
  /** Where the thread begins that works the log in; elsewhere only in tests and benchmarks, which run from the sources. */
  readonly checkpointMain?: URL | undefined;
}

/** Another process writes this ledger; two would not see each other's order. */
export class LedgerInUse extends Error {
  override readonly name = 'LedgerInUse';
}

const PAGE = 256;

/** A ledger in one file, for one writing process: the default, and enough for a municipality for decades. */
export function sqliteLedger({
  path,
  clock = systemClock,
  codec = CODEC,
  readOnly = false,
  onRecorded,
  checkpointMain,
}: SqliteLedgerOptions): Ledger {
  if (!readOnly)
    return writer(path, { clock, codec, checkpoints: new AsideCheckpoints(path, { main: checkpointMain }) });
  const ledger = reader(path, codec);
  onRecorded?.(() => ledger.ring());
  return ledger;
}

function reader(path: string, codec: Codec): SqliteLedger {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
    throw new StoreRefused(`There is no ledger at ${path}`);
  const database = openSqliteToRead(path);
  try {
    demandEvents(database, path);
    return new SqliteLedger(database, codec);
  } catch (error) {
    database.close();
    throw error;
  }
}

function writer(
  path: string,
  {
    clock,
    codec,
    checkpoints,
  }: { readonly clock: Clock; readonly codec: Codec; readonly checkpoints: AsideCheckpoints },
): Ledger {
  // The lock is a database of its own, since a reader must be able to open the ledger itself.
  const database = openSqlite(path);
  let lock: Database | undefined;
  try {
    lock = openLock(`${path}.lock`);
    if (lock === undefined) throw new LedgerInUse(`Another process writes the ledger at ${path}`);
    ensureEvents(database, path);
    return new SqliteLedger(database, codec, { clock, lock, checkpoints, demandFile: sameFile(path, clock) });
  } catch (error) {
    database.close();
    lock?.close();
    throw error;
  }
}

interface Range {
  readonly after: number;
  readonly until: number;
  readonly max: number;
}

class SqliteLedger implements Ledger {
  private readonly queries: ReturnType<typeof eventQueries>;
  private readonly commits: GroupCommit | undefined;
  private readonly followers = new Followers();
  private readonly recent = new RecentEvents();
  private closing = false;

  constructor(
    private readonly database: Database,
    private readonly codec: Codec,
    private readonly writing?: {
      readonly clock: Clock;
      readonly lock: Database;
      readonly checkpoints: AsideCheckpoints;
      readonly demandFile: () => void;
    },
  ) {
    this.queries = eventQueries(database);
    if (writing === undefined) return;
    const last = this.queries.last();
    const time = new LedgerTime(writing.clock, last && Date.parse(last.recordedAt));
    const onStored = (events: readonly RecordedEvent[]) => this.stored(events);
    this.commits = new GroupCommit(database, { codec, time, onStored });
  }

  private stored(events: readonly RecordedEvent[]): void {
    this.recent.add(events);
    this.ring();
    let characters = 0;
    for (const { bytes } of events) characters += charactersOf(bytes);
    this.writing?.checkpoints.wrote(characters);
  }

  /** There is something new for who follows. */
  ring(): void {
    this.followers.ring();
  }

  append(stream: string, expected: 'none' | number, events: readonly NewEvent[]): Promise<AppendResult> {
    try {
      if (this.commits === undefined) throw new Error('This ledger was opened for reading');
      if (this.closing) throw new LedgerUnavailable('The ledger is closing');
      this.writing?.demandFile();
      return this.commits.append(stream, expected, prepareAll(this.codec, stream, events));
    } catch (error) {
      return Promise.reject(error);
    }
  }

  async restore(events: readonly StoredEvent[]): Promise<void> {
    if (this.commits === undefined) throw new Error('This ledger was opened for reading');
    if (this.closing) throw new LedgerUnavailable('The ledger is closing');
    const stored = restoreInto(this.database, this.queries, events);
    this.commits.restored(stored);
    this.stored(stored.map((event) => this.codec.decode(event)));
  }

  async *readStream(stream: string, options: ReadOptions = {}): AsyncIterable<RecordedEvent> {
    const { backwards: back = false, max = Number.POSITIVE_INFINITY } = options;
    let from = options.from ?? (back ? Number.MAX_SAFE_INTEGER : 0);
    for (let left = max; left > 0;) {
      const size = Math.min(left, PAGE);
      const page = this.queries.ofStream(stream, from, { max: size, back });
      for (const stored of page) yield this.codec.decode(stored);
      if (page.length < size) return;
      left -= page.length;
      from = (page.at(-1)?.revision ?? from) + (back ? -1 : 1);
    }
  }

  readAll(options: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    const { after = START, until = Number.MAX_SAFE_INTEGER, max = Number.POSITIVE_INFINITY, prefixes } = options;
    const range = { after, until, max };
    return prefixes === undefined ? this.inOrder(range) : this.ofPrefixes(prefixes, range);
  }

  subscribe(options: SubscribeOptions): Subscription {
    const decoded = (stored: StoredEvent) => this.codec.decode(stored);
    return this.followers.follow(
      {
        page: (after, max) =>
          this.recent.after(after, max) ?? this.queries.after(after, Number.MAX_SAFE_INTEGER, max).map(decoded),
        countAfter: (position) => (this.queries.last()?.position ?? START) - position,
      },
      options,
    );
  }

  async head(): Promise<Position> {
    return (this.queries.last()?.position ?? START) as Position;
  }

  private async *inOrder({ after, until, max }: Range): AsyncIterable<RecordedEvent> {
    let last = after;
    for (let left = max; left > 0;) {
      const size = Math.min(left, PAGE);
      const page = this.queries.after(last, until, size);
      for (const stored of page) yield this.codec.decode(stored);
      if (page.length < size) return;
      left -= page.length;
      last = page.at(-1)?.position ?? last;
    }
  }

  /** Their places come from the index of stream names, so that few among many are found at once. */
  private async *ofPrefixes(prefixes: readonly string[], { after, until, max }: Range): AsyncIterable<RecordedEvent> {
    const places = new Set(prefixes.flatMap((prefix) => this.queries.positionsOf(prefix, after, until)));
    for (const position of [...places].toSorted((left, right) => left - right).slice(0, max)) {
      const [stored] = this.queries.after(position - 1, position, 1);
      if (stored !== undefined) yield this.codec.decode(stored);
    }
  }

  /** Lets handlers finish, answers what was asked, then lets go of the file. */
  async close(): Promise<void> {
    if (this.closing) return;
    await this.followers.close();
    this.closing = true;
    await this.commits?.drained();
    if (this.writing === undefined) return this.database.close();
    await this.writing.checkpoints.close();
    closeSqlite(this.database);
    this.writing.lock.close();
  }
}
