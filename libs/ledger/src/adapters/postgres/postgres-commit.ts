import { sealed, type Codec } from '../../codec/codec.js';
import {
  ClockRefused,
  LedgerUnavailable,
  type AppendResult,
  type Position,
  type RecordedEvent,
  type StoredEvent,
} from '../../ledger.js';
import type { Asked } from '../commit-queue.js';
import type { LedgerTime } from '../ledger-time.js';
import { acknowledged, repeated } from '../same-append.js';
import { appendBatch, type Appended } from './append-batch.js';
import { sqlState, type PostgresConnection, type PostgresPool } from './open-postgres.js';
import { eventsById } from './postgres-events.js';
import { CLOCK_BEHIND } from './schema.js';
import { SharedConnection } from './shared-connection.js';

const UNIQUE = '23505';
const TRIES = 3;

/** Stores what the queue hands over. Other processes may write the same ledger: nothing of it is remembered between two batches. */
export class PostgresCommit {
  private readonly connection: SharedConnection;

  constructor(
    pool: PostgresPool,
    private readonly tools: {
      readonly codec: Codec;
      readonly time: LedgerTime;
      readonly onStored: (events: readonly RecordedEvent[]) => void;
    },
  ) {
    this.connection = new SharedConnection(pool);
  }

  /** One transaction for all. An id that turns up a second time makes PostgreSQL refuse: then each by itself, looking at ids first. */
  async commit(batch: readonly Asked[]): Promise<readonly AppendResult[]> {
    try {
      return await this.connection.use((connection) => this.together(connection, batch));
    } catch (error) {
      if (sqlState(error) === CLOCK_BEHIND) throw new ClockRefused(messageOf(error), { cause: error });
      if (sqlState(error) !== UNIQUE) throw error;
    }
    return this.connection.use(async (connection) => {
      const results: AppendResult[] = [];
      for (const asked of batch) results.push(await this.alone(connection, asked));
      return results;
    });
  }

  private async together(connection: PostgresConnection, batch: readonly Asked[]): Promise<readonly AppendResult[]> {
    const appended = await appendBatch(connection, batch, this.tools.time.stamp());
    const stored = this.storedOf(batch, appended);
    const all = stored.flat();
    if (all.length > 0) {
      this.tools.time.stored(appended.stamp);
      this.tools.onStored(all);
    }
    const refused = appended.repeats ? batch.filter((_, index) => stored[index]?.length === 0) : [];
    const known = await this.known(connection, refused);
    return batch.map((asked, index): AppendResult => {
      const events = stored[index] ?? [];
      if (events.length > 0) return acknowledged(events, false);
      const earlier = asked.events.map(({ id }) => known.get(id));
      if (earlier.some((event) => event !== undefined)) return repeated(asked.events, earlier);
      return { ok: false, conflict: { actual: appended.seen[index] ?? -1 } };
    });
  }

  private async alone(connection: PostgresConnection, asked: Asked): Promise<AppendResult> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const known = await this.known(connection, [asked]);
      if (known.size > 0)
        return repeated(
          asked.events,
          asked.events.map(({ id }) => known.get(id)),
        );
      try {
        const [result] = await this.together(connection, [asked]);
        if (result !== undefined) return result;
      } catch (error) {
        if (sqlState(error) !== UNIQUE) throw error; // Stored elsewhere in between: then it is known now.
      }
    }
    throw new LedgerUnavailable('Others store the same ids at this moment');
  }

  /** What the database was given, completed as it completed it. */
  private storedOf(batch: readonly Asked[], { first, stamp, seen }: Appended): readonly (readonly RecordedEvent[])[] {
    let position = first;
    return batch.map(({ stream, expected, events }, index) => {
      if (seen[index] !== expected) return [];
      return events.map((event, place) => {
        const revision = expected + 1 + place;
        const leafHash = sealed(event, revision, stamp);
        const { id, type, bytes } = event;
        const stored: StoredEvent = {
          position: position as Position,
          stream,
          revision,
          id,
          type,
          recordedAt: stamp,
          leafHash,
          bytes,
        };
        position += 1;
        return this.tools.codec.decode(stored);
      });
    });
  }

  private async known(
    connection: PostgresConnection,
    asked: readonly Asked[],
  ): Promise<ReadonlyMap<string, RecordedEvent>> {
    if (asked.length === 0) return new Map();
    const ids = asked.flatMap(({ events }) => events.map(({ id }) => id));
    const stored = await eventsById(connection, ids);
    return new Map(stored.map((event) => [event.id, this.tools.codec.decode(event)]));
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
