import type { Database } from '../adapters/open-sqlite.js';
import { StoreRefused } from '../adapters/refused/store-refused.js';
import { inLock } from './in-lock.js';

/** The tables of a file of our own, as one version of this program has them. */
export interface OwnTables {
  /** What the file is called where it is told of. */
  readonly of: string;
  readonly format: number;
  readonly sql: string;
}

/** Makes the tables in an empty file. Throws {@link StoreRefused} for a file of another format: a newer program made it. */
export function ensureTables(database: Database, { of, format, sql }: OwnTables): void {
  if (formatOf(database) === format) return;
  inLock(database, () => {
    const found = formatOf(database); // Of two processes that start at once, the other may have made them meanwhile.
    if (found === format) return;
    if (found !== 0) throw new StoreRefused(`${of} has format ${String(found)}, this program knows ${format}`);
    database.exec(`${sql}; PRAGMA user_version = ${format}`);
  });
}

/** As {@link ensureTables}, for what may have to be forgotten: whatever is deleted is overwritten too. */
export function ensureErasable(database: Database, tables: OwnTables): void {
  database.exec('PRAGMA secure_delete = ON');
  ensureTables(database, tables);
}

const formatOf = (database: Database): unknown => database.prepare('PRAGMA user_version').get()?.['user_version'];
