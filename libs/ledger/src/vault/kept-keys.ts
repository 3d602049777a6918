import type { Database } from '../adapters/open-sqlite.js';
import { readVaultKeys, withNewKey, type VaultKeys } from './vault-keys.js';

/**
 * The keys that the rows of a table are kept under, made at the first start: of two processes that start at once, one makes them.
 * Throws where a key is lacking that somebody is kept under: every known person would be taken for a stranger.
 */
export function keysOfTable(database: Database, table: 'identity' | 'person', keyFile: string): VaultKeys {
  database.exec('BEGIN IMMEDIATE');
  try {
    const keys = readVaultKeys(keyFile);
    for (const row of database.prepare(`SELECT DISTINCT key_id FROM ${table}`).all())
      if (keys?.keys.has(String(row['key_id'])) !== true)
        throw new Error(`${keyFile} lacks a key that persons are kept under`);
    return keys ?? withNewKey(keyFile, undefined);
  } finally {
    database.exec('COMMIT'); // Nothing was written but the file of keys.
  }
}
