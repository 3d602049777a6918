import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { codeOf, openSqliteToRead, SQLITE_BUSY } from '../adapters/open-sqlite.js';
import { StoreRefused } from '../adapters/refused/store-refused.js';

/** Whoever closes a database, or mends it after a power cut, keeps others out, and here SQLite does not wait by itself. */
const ATTEMPTS_MAX = 100;
const PAUSE_MS = 100;

/**
 * Copies a database as it is at one moment, while others write it: one file without a log, for its owner only, on disk before this
 * returns. What was deleted is not in it. Throws {@link StoreRefused} where the disk is full or the database damaged.
 */
export const copySqlite = (path: string, copy: string): void =>
  flushed(copy, (file) => {
    for (let attempt = 1; ; attempt += 1)
      try {
        return vacuumInto(path, copy);
      } catch (error) {
        if (codeOf(error) === undefined) throw error;
        if (codeOf(error) !== SQLITE_BUSY || attempt === ATTEMPTS_MAX)
          throw new StoreRefused(`${path} cannot be copied to ${copy}: ${(error as Error).message}`, { cause: error });
        ftruncateSync(file); // The engine takes an empty file only.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
      }
  });

function vacuumInto(path: string, copy: string): void {
  const database = openSqliteToRead(path);
  try {
    // SQLite would not write the copy either; the database itself was opened for reading only.
    database.exec('PRAGMA query_only = OFF');
    database.prepare('VACUUM INTO ?').run(copy);
  } finally {
    database.close();
  }
}

/** Copies a small file byte by byte. Whoever changes it replaces it whole, so that it is never seen half. */
export const copyBytes = (path: string, copy: string): void => keepBytes(readFileSync(path), copy);

/** Puts a small file into a copy, for its owner only, on disk before this returns. */
export const keepBytes = (bytes: Buffer | string, copy: string): void =>
  flushed(copy, (file) => writeFileSync(file, bytes));

/** What the engine finds wrong with a copied database; undefined where it is whole. */
export function faultOfSqlite(copy: string): string | undefined {
  try {
    const database = openSqliteToRead(copy);
    try {
      const found = database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'];
      return found === 'ok' ? undefined : String(found);
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof StoreRefused || codeOf(error) !== undefined) return (error as Error).message;
    throw error;
  }
}

/** A new file, for its owner only from its first byte. */
function flushed(copy: string, write: (file: number) => void): void {
  const file = openSync(copy, 'wx', 0o600);
  try {
    write(file);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Copies what there is; a part of the product that was never used has left no file. */
export function copyWhereThere(path: string, copy: string, copyOne: (path: string, copy: string) => void): void {
  if (existsSync(path)) copyOne(path, copy);
}
