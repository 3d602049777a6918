import { LedgerUnavailable, RestoreRefused, type Position, type StoredEvent } from '../ledger.js';
import { isConstraint, type Database } from './open-sqlite.js';
import { restorable } from './restorable.js';
import { eventInsert, type eventQueries } from './sqlite-events.js';

/** Copies events in, all in one transaction, and gives those that were not here yet with their places. */
export function restoreInto(
  database: Database,
  queries: ReturnType<typeof eventQueries>,
  events: readonly StoredEvent[],
): readonly StoredEvent[] {
  try {
    database.exec('BEGIN IMMEDIATE');
    const fresh = restorable(events, {
      lastRevision: (stream) => queries.lastRevision(stream),
      at: (stream, revision) => queries.ofStream(stream, revision, { max: 1, back: false })[0],
    });
    const first = (queries.last()?.position ?? -1) + 1;
    const stored = fresh.map((event, index) => at(event, first + index));
    const insert = eventInsert(database);
    for (const event of stored) insert(event);
    database.exec('COMMIT');
    return stored;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    if (error instanceof RestoreRefused) throw error;
    if (isConstraint(error)) throw new RestoreRefused('An id is used elsewhere in this ledger', { cause: error });
    throw new LedgerUnavailable('Not known to be restored', { cause: error });
  }
}

const at = (event: StoredEvent, position: number): StoredEvent => ({ ...event, position: position as Position });
