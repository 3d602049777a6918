import { createRequire } from 'node:module';
import { openSqlite, StoreRefused, type Database, type Statement } from '@uitkomst/ledger';

export type ReadsDatabase = Database;

const SCHEMA = `
  create table if not exists served (name text primary key, version integer not null) strict, without rowid;
  create table if not exists checkpoint (
    name text not null, version integer not null, position integer not null, primary key (name, version)
  ) strict, without rowid;
  create table if not exists lease (
    name text primary key, holder text not null, token integer not null, untilMs integer not null
  ) strict, without rowid;
  create table if not exists cursor (process text primary key, position integer not null) strict, without rowid;
`;

/**
 * Opens the file of a read store. A power cut may cost its last moments, never its consistency: the ledger gives them again.
 * `:memory:` goes with a ledger in memory, and with it when the process ends.
 */
export function openReads(path: string): ReadsDatabase {
  const database = openKept(path, isOfReads);
  database.exec(SCHEMA);
  return database;
}

/** The file of earlier answers: beside the read store, so that neither waits for the other to be written. */
export const openKeys = (path: string): ReadsDatabase =>
  openKept(path === ':memory:' ? path : `${path}.keys`, (table) => table === 'request');

/** The tables of both files, and those of read models: each by its name and version. */
const isOfReads = (table: string): boolean =>
  ['served', 'checkpoint', 'lease', 'cursor', 'request'].includes(table) || /^[a-z-]+_v\d+$/.test(table);

function openKept(path: string, isOurs: (table: string) => boolean): ReadsDatabase {
  const database = path === ':memory:' ? inMemory() : openSqlite(path);
  refuseOthers(database, path, isOurs);
  database.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 16384');
  return database;
}

/** Nothing of ours is put beside what another program keeps, nor beside the ledger. */
function refuseOthers(database: ReadsDatabase, path: string, isOurs: (table: string) => boolean): void {
  const tables = database
    .prepare(
      "select name from sqlite_schema where type in ('table', 'view') and name not like 'sqlite\\_%' escape '\\'",
    )
    .all() as unknown as readonly { readonly name: string }[];
  const other = tables.find(({ name }) => !isOurs(name));
  if (other === undefined) return;
  database.close();
  throw new StoreRefused(
    `${path} is no read store of this program (it holds a table ${other.name}): name another file`,
  );
}

function inMemory(): ReadsDatabase {
  type Sqlite = typeof import('@photostructure/sqlite');
  const { DatabaseSync } =
    (process.getBuiltinModule?.('node:sqlite') as Sqlite | undefined) ??
    (createRequire(import.meta.url)('@photostructure/sqlite') as Sqlite);
  return new DatabaseSync(':memory:');
}

/** Statements prepared once per text. Their number is bounded by the questions the read models ask. */
export class Statements {
  private readonly known = new Map<string, Statement>();

  constructor(private readonly db: ReadsDatabase) {}

  of(sql: string): Statement {
    const known = this.known.get(sql);
    if (known) return known;
    const statement = this.db.prepare(sql);
    this.known.set(sql, statement);
    return statement;
  }

  /** Before a table goes: statements that name it are of no more use. */
  forget(): void {
    this.known.clear();
  }
}

/** All or nothing. */
export function inTransaction<T>(db: ReadsDatabase, work: () => T): T {
  return between(db, 'BEGIN IMMEDIATE', work);
}

/** All of it sees one state of the file, whatever another connection writes meanwhile. */
export function inSnapshot<T>(db: ReadsDatabase, work: () => T): T {
  return between(db, 'BEGIN DEFERRED', work);
}

function between<T>(db: ReadsDatabase, begin: string, work: () => T): T {
  db.exec(begin);
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
