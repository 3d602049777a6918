import type { Database } from '../adapters/open-sqlite.js';

/** What nobody else can write beside: all of it, or nothing. */
export function inLock<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK'); // A full disk has undone it already.
    throw error;
  }
}
