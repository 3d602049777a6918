import { RestoreRefused, type Position, type StoredEvent } from '../../ledger.js';
import { restorable } from '../restorable.js';
import { inPostgresTransaction, sqlState, type PostgresConnection, type PostgresPool } from './open-postgres.js';
import { eventsAt, lastEvent, lastRevisions, tagOf } from './postgres-events.js';
import { CHANNEL } from './schema.js';

const UNIQUE = '23505';
/** Events written by one statement. */
const STATEMENT_MAX = 500;

/** Copies events in, all in one transaction, and gives those that were not here yet with their places. */
export async function restoreInto(pool: PostgresPool, events: readonly StoredEvent[]): Promise<readonly StoredEvent[]> {
  try {
    return await inPostgresTransaction(pool, (connection) => restored(connection, events));
  } catch (error) {
    if (sqlState(error) !== UNIQUE) throw error;
    throw new RestoreRefused('An id is used elsewhere in this ledger', { cause: error });
  }
}

async function restored(
  connection: PostgresConnection,
  events: readonly StoredEvent[],
): Promise<readonly StoredEvent[]> {
  await connection.query('select lock_events()');
  const heads = await lastRevisions(connection, [...new Set(events.map(({ stream }) => stream))]);
  const lastRevision = (stream: string): number => heads.get(stream) ?? -1;
  const here = await eventsAt(
    connection,
    events.filter(({ stream, revision }) => revision <= lastRevision(stream)),
  );
  const known = new Map(here.map((event) => [`${event.revision} ${event.stream}`, event]));
  const at = (stream: string, revision: number) => known.get(`${revision} ${stream}`);
  const fresh = restorable(events, { lastRevision, at });
  const first = ((await lastEvent(connection))?.position ?? -1) + 1;
  const stored = fresh.map((event, index) => placed(event, first + index));
  for (let from = 0; from < stored.length; from += STATEMENT_MAX)
    await insert(connection, stored.slice(from, from + STATEMENT_MAX));
  if (stored.length > 0) await connection.query(`notify ${CHANNEL}`);
  return stored;
}

const placed = (event: StoredEvent, position: number): StoredEvent => ({ ...event, position: position as Position });

async function insert(connection: PostgresConnection, events: readonly StoredEvent[]): Promise<void> {
  const of = (column: (event: StoredEvent) => unknown) => events.map(column);
  await connection.query(
    `insert into event (position, tag, revision, stream, id, type, recorded_at, leaf, open, provider, municipality, actor, salt, leaf_hash)
      select * from unnest($1::bigint[], $2::uuid[], $3::integer[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[],
        $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[])`,
    [
      of(({ position }) => position),
      of(({ stream }) => tagOf(stream)),
      of(({ revision }) => revision),
      of(({ stream }) => stream),
      of(({ id }) => id),
      of(({ type }) => type),
      of(({ recordedAt }) => recordedAt),
      of(({ bytes }) => bytes.leaf),
      of(({ bytes }) => bytes.open ?? null),
      of(({ bytes }) => bytes.provider ?? null),
      of(({ bytes }) => bytes.municipality ?? null),
      of(({ bytes }) => bytes.actor),
      of(({ bytes }) => bytes.salt),
      of(({ leafHash }) => leafHash),
    ],
  );
}
