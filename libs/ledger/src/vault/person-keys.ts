import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { PersonRef } from '@uitkomst/domain';
import { openSqlite, type Database } from '../adapters/open-sqlite.js';
import { ensureErasable, type OwnTables } from '../tables/ensure-tables.js';
import { inLock } from '../tables/in-lock.js';
import { keyIdsIn, keysOfTable } from './kept-keys.js';
import type { KeyRing } from './key-ring.js';
import { openSealed, sealBytes } from './sealed-bytes.js';
import { keyNamed } from './vault-keys.js';

const KEY_BYTES = 32;

/** Whose: pseudonyms are of a municipality. */
export interface Whose {
  readonly municipality: string;
  readonly personRef: PersonRef;
}

/**
 * A key for each person, kept under the vault's key in a file of its own, so that its backups can be thrown away sooner than those of
 * the texts: once a person's key is gone from both, no copy of a text can be read again.
 */
export class PersonKeys {
  private readonly statements: ReturnType<typeof prepared>;

  private constructor(
    private readonly database: Database,
    private readonly ring: KeyRing,
  ) {
    this.statements = prepared(database);
  }

  /** Opens `person-keys.db` and `persons.key` in a folder, or makes them there, for their owner only. */
  static open(folder: string): PersonKeys {
    const database = openSqlite(join(folder, 'person-keys.db'));
    try {
      ensureErasable(database, TABLES);
      return new PersonKeys(database, keysOfTable(database, 'person', join(folder, 'persons.key')));
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** Undefined for who has none, or had one and was erased. */
  keyOf(whose: Whose): Buffer | undefined {
    const row = this.statements.find.get(whose.municipality, whose.personRef);
    if (row === undefined) return undefined;
    const keyId = String(row['key_id']);
    return openSealed(
      keyNamed(this.ring.holding(keyId), keyId),
      Buffer.from(row['wrapped'] as Uint8Array),
      aboutKey(whose),
    );
  }

  /** The person's key, made now if there is none; on disk before it is given. */
  keyFor(whose: Whose): Buffer {
    return this.keyOf(whose) ?? inLock(this.database, () => this.keyOf(whose) ?? this.newKey(whose));
  }

  /** Overwritten in the file and in its journal. */
  erase({ municipality, personRef }: Whose): void {
    if (this.statements.remove.run(municipality, personRef).changes > 0) compact(this.database);
  }

  /** Puts every person's key under a new key of the vault, and then forgets the earlier one. Gives how many persons there are. */
  rotate(): number {
    const count = inLock(this.database, () => {
      const keys = this.ring.add();
      const rows = this.statements.all.all();
      for (const row of rows) {
        const whose = { municipality: String(row['municipality']), personRef: String(row['person_ref']) };
        const key = this.keyOf(whose);
        if (key === undefined) throw new Error('A person has no key');
        const wrapped = sealBytes(keyNamed(keys, keys.current), key, aboutKey(whose));
        this.statements.rewrap.run(keys.current, wrapped, whose.municipality, whose.personRef);
      }
      return rows.length;
    });
    inLock(this.database, () => this.ring.keepOnly(keyIdsIn(this.database, 'person')));
    return count;
  }

  close(): void {
    this.database.close();
  }

  /** Inside the lock, under the key that is current there: none that is about to be forgotten. */
  private newKey(whose: Whose): Buffer {
    const keys = this.ring.latest();
    const key = randomBytes(KEY_BYTES);
    const wrapped = sealBytes(keyNamed(keys, keys.current), key, aboutKey(whose));
    this.statements.add.run(whose.municipality, whose.personRef, keys.current, wrapped);
    return key;
  }
}

/** Leaves nothing of what was deleted in the file or in its journal. */
export function compact(database: Database): void {
  database.exec('PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
}

/** What the key of a person is sealed as. */
export const aboutKey = ({ municipality, personRef }: Whose): string => `key/${municipality}/${personRef}`;

const prepared = (database: Database) => ({
  find: database.prepare('SELECT key_id, wrapped FROM person WHERE municipality = ? AND person_ref = ?'),
  all: database.prepare('SELECT municipality, person_ref FROM person'),
  add: database.prepare('INSERT INTO person (municipality, person_ref, key_id, wrapped) VALUES (?, ?, ?, ?)'),
  rewrap: database.prepare('UPDATE person SET key_id = ?, wrapped = ? WHERE municipality = ? AND person_ref = ?'),
  remove: database.prepare('DELETE FROM person WHERE municipality = ? AND person_ref = ?'),
});

const TABLES: OwnTables = {
  of: 'The keys of persons',
  format: 1,
  sql: `
  CREATE TABLE person (
    municipality TEXT NOT NULL, person_ref TEXT NOT NULL, key_id TEXT NOT NULL, wrapped BLOB NOT NULL,
    PRIMARY KEY (municipality, person_ref)
  ) STRICT, WITHOUT ROWID`,
};
