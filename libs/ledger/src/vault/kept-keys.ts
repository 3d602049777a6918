import type { Database } from '../adapters/open-sqlite.js';
import { inLock } from '../tables/in-lock.js';
import { KeyRing } from './key-ring.js';
import { readVaultKeys, withNewKey } from './vault-keys.js';

/**
 * The keys that the rows of a table are kept under, made at the first start: of two processes that start at once, one makes them.
 * Throws where a key is lacking that somebody is kept under: every known person would be taken for a stranger.
 */
export const keysOfTable = (database: Database, table: 'identity' | 'person', keyFile: string): KeyRing =>
  inLock(database, () => {
    const keys = readVaultKeys(keyFile);
    for (const keyId of keyIdsIn(database, table))
      if (keys?.keys.has(keyId) !== true) throw new Error(`${keyFile} lacks a key that persons are kept under`);
    return new KeyRing(keyFile, keys ?? withNewKey(keyFile, undefined));
  });

/** The tables whose rows are kept under a key of a file. */
export type TableUnderKeys = 'identity' | 'person' | 'account' | 'payment_file';

/** Under which keys the rows of a table are kept. */
export const keyIdsIn = (database: Database, table: TableUnderKeys): ReadonlySet<string> =>
  new Set(
    database
      .prepare(`SELECT DISTINCT key_id FROM ${table}`)
      .all()
      .map((row) => String(row['key_id'])),
  );
