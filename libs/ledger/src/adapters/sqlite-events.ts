import type { StoredEvent } from '../ledger.js';
import { EVENT_COLUMNS, storedEvent, type EventRow } from './event-row.js';
import type { Database, Statement } from './open-sqlite.js';
import { StoreRefused } from './refused/store-refused.js';

const FORMAT = 1;

/** Makes the table in an empty file; throws {@link StoreRefused} for a file of another format, or of another program. */
export function ensureEvents(database: Database, path: string): void {
  if (holdsEvents(database, path)) return;
  database.exec(`
    BEGIN IMMEDIATE;
    CREATE TABLE event (
      position INTEGER PRIMARY KEY,
      stream TEXT NOT NULL,
      revision INTEGER NOT NULL,
      id TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      leaf TEXT NOT NULL,
      open TEXT,
      provider TEXT,
      municipality TEXT,
      actor TEXT NOT NULL,
      salt TEXT NOT NULL,
      leaf_hash TEXT NOT NULL,
      UNIQUE (stream, revision)
    ) STRICT;
    PRAGMA user_version = ${FORMAT};
    COMMIT`);
}

/** For who only reads: the table must be there already. */
export function demandEvents(database: Database, path: string): void {
  if (!holdsEvents(database, path)) throw new StoreRefused(`There is no ledger in ${path} yet`);
}

/** Whether the table is there; nothing of ours is put beside what another program keeps. */
function holdsEvents(database: Database, path: string): boolean {
  const { format, tables, columns } = database
    .prepare(
      `SELECT user_version AS format, (SELECT count(*) FROM sqlite_schema) AS tables,
        (SELECT group_concat(name, ', ') FROM pragma_table_info('event')) AS columns FROM pragma_user_version`,
    )
    .get() as { readonly format: number; readonly tables: number; readonly columns: string | null };
  if (format === 0 && tables === 0) return false;
  if (format === FORMAT && columns === EVENT_COLUMNS) return true;
  const reason = 'name another file, unless a newer program made it';
  throw new StoreRefused(`${path} is no ledger this program knows (format ${format}, not ${FORMAT}): ${reason}`);
}

/** What the ledger asks of its table. */
export function eventQueries(database: Database) {
  const last = database.prepare(
    'SELECT position, recorded_at AS "recordedAt" FROM event ORDER BY position DESC LIMIT 1',
  );
  const lastRevision = database.prepare('SELECT max(revision) AS revision FROM event WHERE stream = ?');
  const events = (which: string): Statement => {
    const statement = database.prepare(`SELECT ${EVENT_COLUMNS}${which}`);
    statement.setReturnArrays(true);
    return statement;
  };
  const byId = events(' FROM event WHERE id = ?');
  const range = events(' FROM event WHERE position > ? AND position <= ? ORDER BY position LIMIT ?');
  const forwards = events(' FROM event WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?');
  // One row is fetched much faster than a list of one, and most often one is all there is.
  const first = events(
    `, (SELECT max(revision) FROM event WHERE stream = ?1) FROM event
      WHERE stream = ?1 AND revision >= ?2 ORDER BY revision LIMIT 1`,
  );
  const backwards = events(' FROM event WHERE stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?');
  const positions = database.prepare(
    `SELECT position FROM event WHERE stream >= ?1 AND stream < ?1 || char(0x10ffff)
      AND substr(stream, 1, length(?1)) = ?1 AND position > ?2 AND position <= ?3`,
  );
  return {
    last: () => last.get() as { readonly position: number; readonly recordedAt: string } | undefined,
    lastRevision: (stream: string) => (lastRevision.get(stream) as { readonly revision: number | null }).revision ?? -1,
    byId: (id: string) => found(byId.all(id))[0],
    positionsOf: (prefix: string, after: number, until: number) =>
      (positions.all(prefix, after, until) as unknown as readonly { readonly position: number }[]).map(
        ({ position }) => position,
      ),
    after: (position: number, until: number, max: number) => found(range.all(position, until, max)),
    ofStream: (stream: string, from: number, { max, back }: { readonly max: number; readonly back: boolean }) => {
      if (back) return found(backwards.all(stream, from, max));
      const row = first.get(stream, from) as unknown as readonly [...EventRow, last: number] | undefined;
      if (row === undefined) return [];
      const [, , revision] = row;
      if (max === 1 || revision === row[13]) return [storedEvent(row)];
      return [storedEvent(row), ...found(forwards.all(stream, revision + 1, max - 1))];
    },
  };
}

/** Puts one event at its place. */
export function eventInsert(database: Database) {
  const insert = database.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return (event: StoredEvent): void => {
    const { bytes } = event;
    insert.run(
      event.position,
      event.stream,
      event.revision,
      event.id,
      event.type,
      event.recordedAt,
      bytes.leaf,
      bytes.open ?? null,
      bytes.provider ?? null,
      bytes.municipality ?? null,
      bytes.actor,
      bytes.salt,
      event.leafHash,
    );
  };
}

const found = (rows: unknown): readonly StoredEvent[] => (rows as readonly EventRow[]).map(storedEvent);
