import type { Position, StoredEvent } from '../../ledger.js';
import { streamTag } from '../../codec/digest.js';
import { EVENT_COLUMNS, storedEvent, type EventRow } from '../event-row.js';
import type { PostgresConnection, PostgresPool } from './open-postgres.js';

type Asking = PostgresPool | PostgresConnection;

/** A stream's tag: 128 bits, which PostgreSQL keeps as a uuid. */
export const tagOf = (stream: string): string => streamTag(stream);

/** The next events after a position, up to and including another, in order. */
export const eventsAfter = (from: Asking, after: number, { until, max }: { until: number; max: number }) =>
  found(from, {
    name: 'after',
    text: `select ${EVENT_COLUMNS} from event where position > $1 and position <= $2 order by position limit $3`,
    values: [after, until, max],
  });

/** Events of one stream from a revision on, forwards or backwards. */
export const eventsOfStream = (from: Asking, stream: string, page: { from: number; back: boolean; max: number }) =>
  found(from, {
    name: page.back ? 'back' : 'forth',
    text: `select ${EVENT_COLUMNS} from event where tag = $1 and revision ${page.back ? '<=' : '>='} $2
      order by revision ${page.back ? 'desc' : ''} limit $3`,
    values: [tagOf(stream), page.from, page.max],
  });

export const eventsById = (from: Asking, ids: readonly string[]) =>
  found(from, { name: 'ids', text: `select ${EVENT_COLUMNS} from event where id = any($1)`, values: [ids] });

/** Those of these events whose place in their stream is taken here. */
export const eventsAt = (from: Asking, places: readonly Pick<StoredEvent, 'stream' | 'revision'>[]) =>
  found(from, {
    name: 'at',
    text: `select ${EVENT_COLUMNS} from event where (tag, revision) in (select * from unnest($1::uuid[], $2::integer[]))`,
    values: [places.map(({ stream }) => tagOf(stream)), places.map(({ revision }) => revision)],
  });

/** Events of streams whose name begins with one of these, in order; found through the names of the streams. */
export const eventsOfPrefixes = (
  from: Asking,
  prefixes: readonly string[],
  { after, until, max }: { after: number; until: number; max: number },
) =>
  found(from, {
    name: 'prefixes',
    text: `select ${EVENT_COLUMNS} from event where position > $2 and position <= $3 and tag in (
        select tag from event, unnest($1::text[]) prefix where revision = 0
          and left(stream, 100) collate "C" >= left(prefix, 100) and left(stream, 100) collate "C" < left(prefix, 100) || chr(1114111)
          and starts_with(stream, prefix)
      ) order by position limit $4`,
    values: [prefixes, after, until, max],
  });

const MISFILED_MAX = 1_000;

/** Events whose tag is not that of their stream. */
export const eventsMisfiled = (from: Asking) =>
  found(from, {
    name: 'misfiled',
    text: `select ${EVENT_COLUMNS} from event
      where tag <> encode(substring(sha256(convert_to('uitkomst/stream/' || stream, 'UTF8')) for 16), 'hex')::uuid
      order by position limit $1`,
    values: [MISFILED_MAX],
  });

/** Position and time of the last event. */
export async function lastEvent(
  from: Asking,
): Promise<{ readonly position: Position; readonly recordedAt: string } | undefined> {
  const { rows } = await from.query<{ position: number; recorded_at: string }>({
    name: 'last',
    text: 'select position, recorded_at from event order by position desc limit 1',
  });
  const [row] = rows;
  return row && { position: row.position as Position, recordedAt: row.recorded_at };
}

/** The last revision of each of these streams; those that are new are absent. */
export async function lastRevisions(from: Asking, streams: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await from.query<{ tag: string; revision: number | null }>(
    `select t.tag, (select max(revision) from event e where e.tag = t.tag) as revision from unnest($1::uuid[]) t (tag)`,
    [streams.map(tagOf)],
  );
  return new Map(rows.flatMap(({ revision }, index) => (revision === null ? [] : [[streams[index] ?? '', revision]])));
}

interface Asked {
  /** Under it the connection keeps the statement parsed. */
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

async function found(from: Asking, asked: Asked): Promise<readonly StoredEvent[]> {
  const { rows } = await from.query<EventRow>({ ...asked, rowMode: 'array' });
  return rows.map(storedEvent);
}
