import { createHmac } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Bsn, type PersonRef } from '@uitkomst/domain';
import { openSqlite, type Database } from '../adapters/open-sqlite.js';
import { keysOfTable } from './kept-keys.js';
import { compact } from './person-keys.js';
import { newPersonRef } from './person-ref.js';
import { keyNamed, withNewKey, type VaultKeys } from './vault-keys.js';

const FORMAT = 1;

/**
 * Which pseudonym belongs to which citizen of which municipality. A BSN is never kept: only its keyed digest is, so that the file
 * alone tells nothing and deleting a row forgets the person. Municipalities do not share pseudonyms.
 */
export class Identities {
  private readonly statements: ReturnType<typeof prepared>;

  private constructor(
    private readonly database: Database,
    private readonly keyFile: string,
    private keys: VaultKeys,
  ) {
    this.statements = prepared(database);
  }

  /** Opens `vault.db` and `vault.key` in a folder, or makes them there, readable for the owner only. */
  static open(folder: string): Identities {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const database = openSqlite(join(folder, 'vault.db'));
    try {
      ensureIdentities(database);
      const keyFile = join(folder, 'vault.key');
      return new Identities(database, keyFile, keysOfTable(database, 'identity', keyFile));
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** The pseudonym of a citizen, undefined if never seen. */
  personRefOf(municipality: string, bsn: string): PersonRef | undefined {
    for (const keyId of this.keys.keys.keys()) {
      const row = this.statements.find.get(this.digest(keyId, municipality, bsn));
      if (row !== undefined) return String(row['person_ref']);
    }
    return undefined;
  }

  /** The pseudonym of a citizen, made now if never seen; on disk before it is given. Throws on what cannot be a BSN. */
  createOrFind(municipality: string, bsn: string): PersonRef {
    const known = this.personRefOf(municipality, Bsn.parse(bsn));
    return known === undefined ? this.create(municipality, bsn) : this.underCurrentKey(known, municipality, bsn);
  }

  /** Forgets who a pseudonym was: the row is overwritten, in the file and in its journal. Who comes back gets another. */
  erase(personRef: PersonRef): void {
    if (this.statements.remove.run(personRef).changes > 0) compact(this.database);
  }

  /** From now on persons are kept under a new key; each known one moves to it when next met. */
  rotateKey(): void {
    this.keys = withNewKey(this.keyFile, this.keys);
  }

  close(): void {
    this.database.close();
  }

  /** Another process may have been first: then its pseudonym stands. */
  private create(municipality: string, bsn: string): PersonRef {
    const { current } = this.keys;
    const digest = this.digest(current, municipality, bsn);
    this.statements.insert.run(digest, current, newPersonRef());
    return String(this.statements.find.get(digest)?.['person_ref']);
  }

  private underCurrentKey(personRef: PersonRef, municipality: string, bsn: string): PersonRef {
    const { current } = this.keys;
    this.statements.move.run(this.digest(current, municipality, bsn), current, personRef, current);
    return personRef;
  }

  private digest(keyId: string, municipality: string, bsn: string): Buffer {
    return createHmac('sha256', keyNamed(this.keys, keyId)).update(`${municipality}/${bsn}`).digest();
  }
}

const prepared = (database: Database) => ({
  find: database.prepare('SELECT person_ref FROM identity WHERE digest = ?'),
  insert: database.prepare(
    'INSERT INTO identity (digest, key_id, person_ref) VALUES (?, ?, ?) ON CONFLICT (digest) DO NOTHING',
  ),
  remove: database.prepare('DELETE FROM identity WHERE person_ref = ?'),
  move: database.prepare('UPDATE identity SET digest = ?, key_id = ? WHERE person_ref = ? AND key_id <> ?'),
});

function ensureIdentities(database: Database): void {
  database.exec('PRAGMA secure_delete = ON'); // What is erased is overwritten.
  const format = database.prepare('PRAGMA user_version').get()?.['user_version'];
  if (format === FORMAT) return;
  if (format !== 0) throw new Error(`The vault has format ${String(format)}, this program knows ${FORMAT}`);
  database.exec(`
    BEGIN IMMEDIATE;
    CREATE TABLE identity (
      digest BLOB PRIMARY KEY,
      key_id TEXT NOT NULL,
      person_ref TEXT NOT NULL UNIQUE
    ) STRICT, WITHOUT ROWID;
    PRAGMA user_version = ${FORMAT};
    COMMIT`);
}
