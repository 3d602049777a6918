import type { Database } from '../adapters/open-sqlite.js';

/** What nobody else can write beside: all of it, or nothing. */
export function inLock<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
