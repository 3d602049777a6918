import type { Position, StoredBytes, StoredEvent } from '../ledger.js';
import type { Database } from './open-sqlite.js';

const FORMAT = 1;
const COLUMNS = `position, stream, revision, id, type, recorded_at as "recordedAt", leaf, open, provider, municipality, actor, salt,
  leaf_hash as "leafHash"`;

/** One event as it stands in the table; every column follows from the leaf or is a part it digests. */
interface Row {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly leaf: string;
  readonly open: string | null;
  readonly provider: string | null;
  readonly municipality: string | null;
  readonly actor: string;
  readonly salt: string;
  readonly leafHash: string;
}

/** Makes the table in an empty file; refuses a file of another format. */
export function ensureEvents(database: Database): void {
  const format = database.prepare('PRAGMA user_version').get()?.['user_version'];
  if (format === FORMAT) return;
  if (format !== 0) throw new Error(`The ledger has format ${String(format)}, this program knows ${FORMAT}`);
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

/** What the ledger asks of its table. */
export function eventQueries(database: Database) {
  const last = database.prepare(
    'SELECT position, recorded_at AS "recordedAt" FROM event ORDER BY position DESC LIMIT 1',
  );
  const lastRevision = database.prepare('SELECT max(revision) AS revision FROM event WHERE stream = ?');
  const byId = database.prepare(`SELECT ${COLUMNS} FROM event WHERE id = ?`);
  const range = database.prepare(
    `SELECT ${COLUMNS} FROM event WHERE position > ? AND position <= ? ORDER BY position LIMIT ?`,
  );
  const forwards = database.prepare(
    `SELECT ${COLUMNS} FROM event WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
  );
  // One row is fetched much faster than a list of one, and most often one is all there is.
  const first = database.prepare(
    `SELECT ${COLUMNS}, (SELECT max(revision) FROM event WHERE stream = ?1) AS "last" FROM event
      WHERE stream = ?1 AND revision >= ?2 ORDER BY revision LIMIT 1`,
  );
  const backwards = database.prepare(
    `SELECT ${COLUMNS} FROM event WHERE stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?`,
  );
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
      const row = first.get(stream, from) as (Row & { readonly last: number }) | undefined;
      if (row === undefined) return [];
      if (max === 1 || row.revision === row.last) return [storedEvent(row)];
      return [storedEvent(row), ...found(forwards.all(stream, row.revision + 1, max - 1))];
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

const found = (rows: unknown): readonly StoredEvent[] => (rows as readonly Row[]).map(storedEvent);

function storedEvent(row: Row): StoredEvent {
  const { position, stream, revision, id, type, recordedAt, leafHash, leaf, actor, salt } = row;
  const bytes: { -readonly [K in keyof StoredBytes]: StoredBytes[K] } = { leaf, actor, salt };
  if (row.open !== null) bytes.open = row.open;
  if (row.provider !== null) bytes.provider = row.provider;
  if (row.municipality !== null) bytes.municipality = row.municipality;
  return { position: position as Position, stream, revision, id, type, recordedAt, leafHash, bytes };
}
