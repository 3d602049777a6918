import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteToRead } from '../adapters/open-sqlite.js';
import { StoreRefused } from '../adapters/refused/store-refused.js';
import { keyIdsIn, type TableUnderKeys } from '../vault/kept-keys.js';
import { readVaultKeys } from '../vault/vault-keys.js';
import { copyBytes, copySqlite, copyWhereThere } from './copy-file.js';

/** The two places of a copy: what is sealed, and what opens it. */
export interface CopyFolders {
  readonly data: string;
  readonly keys: string;
}

/** Files without which a vault cannot be read. */
export const VAULT_FILES = ['vault.db', 'vault.key', 'persons.db', 'person-keys.db', 'persons.key', 'hash.key'];

/** What is kept of persons and of what was answered: copied before the keys of those persons. */
export const KEPT_FILES = ['persons.db', 'documents.db', 'bank-messages.db', 'delivery-reports.db', 'traces.db'];

/** A key goes only after everything was moved from it, so that one change of keys spoils one attempt at most. */
const ATTEMPTS_MAX = 20;

/**
 * Copies the vault, the bank and the traces of a folder while processes work with them and while its keys change. Texts and documents go before the
 * keys of their persons, which are kept before anything is sealed under them.
 */
export function copyVault(folder: string, { data, keys }: CopyFolders): void {
  for (const name of KEPT_FILES) copyWhereThere(join(folder, name), join(data, name), copySqlite);
  copyUnderKeys(folder, { keyFile: 'persons.key', keys }, [
    { name: 'person-keys.db', tables: ['person'], place: keys },
  ]);
  copyUnderKeys(folder, { keyFile: 'vault.key', keys }, [
    { name: 'bank.db', tables: ['account', 'payment_file'], place: data },
    { name: 'vault.db', tables: ['identity'], place: keys },
  ]);
  copyWhereThere(join(folder, 'letter-codes.db'), join(keys, 'letter-codes.db'), copySqlite);
  copyBytes(join(folder, 'hash.key'), join(keys, 'hash.key'));
}

interface UnderKeys {
  readonly name: string;
  readonly tables: readonly TableUnderKeys[];
  readonly place: string;
}

/** Copies databases and after them the keys they are kept under; again where those were changed and forgotten meanwhile. */
function copyUnderKeys(
  folder: string,
  { keyFile, keys }: { readonly keyFile: string; readonly keys: string },
  databases: readonly UnderKeys[],
): void {
  const path = join(folder, keyFile);
  const copied = join(keys, keyFile);
  readVaultKeys(path); // One that is broken is told by its own place, not by that of the copy.
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    for (const { name, place } of databases) copyWhereThere(join(folder, name), join(place, name), copySqlite);
    copyBytes(path, copied);
    const held = readVaultKeys(copied)?.keys;
    if (databases.flatMap(keyIdsOf).every((keyId) => held?.has(keyId))) return;
    for (const copy of [copied, ...databases.map(({ name, place }) => join(place, name))])
      rmSync(copy, { force: true });
  }
  throw new StoreRefused(`${path} lacks a key that something is kept under, or changes all the time`);
}

function keyIdsOf({ name, tables, place }: UnderKeys): readonly string[] {
  const copy = join(place, name);
  if (!existsSync(copy)) return [];
  const database = openSqliteToRead(copy);
  try {
    return tables.flatMap((table) => [...keyIdsIn(database, table)]);
  } finally {
    database.close();
  }
}
