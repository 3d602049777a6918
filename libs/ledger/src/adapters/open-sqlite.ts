import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StoreRefused } from './refused/store-refused.js';
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';

export type Database = DatabaseSyncInstance;
export type Statement = StatementSyncInstance;
type Sqlite = typeof import('@photostructure/sqlite');

// Node 22.13 and later carry node:sqlite; on Node 20 the optional package offers the same API.
const { DatabaseSync } =
  (process.getBuiltinModule?.('node:sqlite') as Sqlite | undefined) ??
  (createRequire(import.meta.url)('@photostructure/sqlite') as Sqlite);

/** Before it, a WAL file could be reset under a reader and the database be corrupted. */
const VERSION_MIN = [3, 51, 3];
/** Pages in the WAL before they are moved to the database: with the default of 1000 the writer waits for that all the time. */
const CHECKPOINT_PAGES = 16_384;
const CACHE_KIB = 32_768;
const BUSY_MS = 5_000;

/** What must hold on every connection, however the file was left: a committed transaction survives a power cut. */
const WRITER = { journal_mode: 'wal', synchronous: 2, wal_autocheckpoint: CHECKPOINT_PAGES, mmap_size: 0 } as const;
const READER = { journal_mode: 'wal', query_only: 1, mmap_size: 0 } as const;
/** Of a file nobody can write there is no log to read with it. */
const EVIDENCE = { query_only: 1, mmap_size: 0 } as const;

/** Opens a database file of our own, for its owner only, with settings that keep what was committed; throws if they do not hold. */
export function openSqlite(path: string): Database {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  ownersOnly(path);
  const database = new DatabaseSync(path);
  return checked(database, path, () => {
    database.exec(`PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA cache_size = -${CACHE_KIB}`);
    database.exec('PRAGMA foreign_keys = ON');
    demand(database, WRITER);
  });
}

/**
 * Closes a database of our own with its log worked in, so that the next start need not go through it: while statements live, the
 * driver lets go of the file but not of its log. Waits for nobody; who still reads leaves that to the next start.
 */
export function closeSqlite(database: Database): void {
  try {
    database.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // A full disk: everything stands in the log, as after a power cut.
  }
  database.close();
}

/**
 * Opens an existing database for reading beside the process that writes it. Where the engine may not make its files beside it, and no
 * log lies there, it is a copy that nobody writes: evidence on a disk that is only read.
 */
export function openSqliteToRead(path: string): Database {
  try {
    return openedToRead(path, READER);
  } catch (error) {
    if (!mayNotWrite(error) || existsSync(`${path}-wal`)) throw error;
    return openedToRead(`${pathToFileURL(path).href}?immutable=1`, EVIDENCE);
  }
}

function openedToRead(place: string, settings: Readonly<Record<string, string | number>>): Database {
  const database = new DatabaseSync(place, { readOnly: true });
  return checked(database, place, () => {
    database.exec(`PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA query_only = ON`);
    demand(database, settings);
  });
}

/** Opens nothing but a lock: held until closed, and gone with the process however that ends. Undefined when another has it. */
export function openLock(path: string): Database | undefined {
  ownersOnly(path);
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (codeOf(error) === SQLITE_BUSY) return undefined;
    throw error;
  }
}

/** The SQLite files around the database get the rights it has. */
function ownersOnly(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
}

function checked(database: Database, path: string, prepare: () => void): Database {
  try {
    const { version } = { ...database.prepare('select sqlite_version() as version').get() };
    if (typeof version !== 'string' || isOlder(version))
      throw new StoreRefused(`SQLite ${String(version)} is too old, need ${VERSION_MIN.join('.')}: take a newer Node`);
    prepare();
    return database;
  } catch (error) {
    database.close();
    if (!NO_DATABASE.has(codeOf(error) ?? 0)) throw error;
    throw new StoreRefused(`${path} is no database, or a damaged one: put it back from a backup`, { cause: error });
  }
}

/** Whether a SQLite version must be refused. */
export function isOlder(version: string): boolean {
  const numbers = version.split('.').map(Number);
  for (const [index, least] of VERSION_MIN.entries()) {
    const number = numbers[index] ?? 0;
    if (number !== least) return !(number > least);
  }
  return false;
}

function demand(database: Database, settings: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(settings)) {
    if (name !== 'query_only') database.exec(`PRAGMA ${name} = ${value}`);
    const holds = database.prepare(`PRAGMA ${name}`).get()?.[name];
    // A build without memory mapping has no mmap_size, which is what we ask.
    if (holds !== value && !(name === 'mmap_size' && holds === undefined))
      throw new StoreRefused(`SQLite refuses ${name} = ${value}: it stays ${String(holds)}`);
  }
}

/** Another connection holds what was asked for. */
export const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_CANTOPEN = 14;
const SQLITE_CONSTRAINT = 19;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

const NO_DATABASE: ReadonlySet<number> = new Set([SQLITE_CORRUPT, SQLITE_NOTADB]);
const mayNotWrite = (error: unknown): boolean => [SQLITE_READONLY, SQLITE_CANTOPEN].includes(codeOf(error) ?? 0);

/** A unique index or another constraint refused what was written. */
export const isConstraint = (error: unknown): boolean => codeOf(error) === SQLITE_CONSTRAINT;

/** SQLite's own code for an error, without its details; undefined where the error is not SQLite's. */
export const codeOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;
