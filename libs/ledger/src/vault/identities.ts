import { createHmac } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Bsn, type PersonRef } from '@uitkomst/domain';
import { openSqlite, type Database } from '../adapters/open-sqlite.js';
import { ensureErasable, type OwnTables } from '../tables/ensure-tables.js';
import { inLock } from '../tables/in-lock.js';
import { keyIdsIn, keysOfTable } from './kept-keys.js';
import type { KeyRing } from './key-ring.js';
import { compact } from './person-keys.js';
import { newPersonRef } from './person-ref.js';
import { keyNamed, type VaultKeys } from './vault-keys.js';

/**
 * Which pseudonym belongs to which citizen of which municipality. A BSN is never kept: only its keyed digest is, so that the file
 * alone tells nothing and deleting a row forgets the person. Municipalities do not share pseudonyms.
 */
export class Identities {
  private readonly statements: ReturnType<typeof prepared>;

  private constructor(
    private readonly database: Database,
    private readonly ring: KeyRing,
  ) {
    this.statements = prepared(database);
  }

  /** Opens `vault.db` and `vault.key` in a folder, or makes them there, readable for the owner only. */
  static open(folder: string): Identities {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const database = openSqlite(join(folder, 'vault.db'));
    try {
      ensureErasable(database, TABLES);
      return new Identities(database, keysOfTable(database, 'identity', join(folder, 'vault.key')));
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** The pseudonym of a citizen, undefined if never seen. */
  personRefOf(municipality: string, bsn: string): PersonRef | undefined {
    return this.found({ municipality, bsn })?.personRef;
  }

  /** The pseudonym of a citizen, made now if never seen; on disk before it is given. Throws on what cannot be a BSN. */
  createOrFind(municipality: string, bsn: string): PersonRef {
    const citizen = { municipality, bsn: Bsn.parse(bsn) };
    const found = this.found(citizen);
    if (found?.keyId === this.ring.known.current) return found.personRef;
    return inLock(this.database, () => this.underCurrentKey(citizen));
  }

  /** Forgets who a pseudonym was: the row is overwritten, in the file and in its journal. Who comes back gets another. */
  erase(personRef: PersonRef): void {
    if (this.statements.remove.run(personRef).changes > 0) compact(this.database);
  }

  /**
   * From now on persons are kept under a new key; each known one moves to it when next met. Gives how many are still under an earlier one.
   */
  rotateKey(): number {
    return inLock(this.database, () => {
      const { current } = this.ring.add();
      return Number(this.statements.others.get(current)?.['count']);
    });
  }

  /** Forgets the keys that nothing is kept under any more; `used` adds what else is kept under keys of this file. */
  forgetKeys(used: (inIdentities: ReadonlySet<string>) => ReadonlySet<string>): void {
    inLock(this.database, () => this.ring.keepOnly(used(keyIdsIn(this.database, 'identity'))));
  }

  close(): void {
    this.database.close();
  }

  /** Who is not found under the keys known may be kept under one that came since. */
  private found(citizen: Citizen): Found | undefined {
    return this.foundUnder(this.ring.known, citizen) ?? this.foundUnder(this.ring.latest(), citizen);
  }

  private foundUnder(keys: VaultKeys, citizen: Citizen): Found | undefined {
    for (const keyId of keys.keys.keys()) {
      const row = this.statements.find.get(digestOf(citizen, keyNamed(keys, keyId)));
      if (row !== undefined) return { personRef: String(row['person_ref']), keyId };
    }
    return undefined;
  }

  /** Inside the lock: another process may have been first, under whichever key; then its pseudonym stands. */
  private underCurrentKey(citizen: Citizen): PersonRef {
    const keys = this.ring.latest();
    const found = this.foundUnder(keys, citizen);
    const personRef = found?.personRef ?? newPersonRef();
    const digest = digestOf(citizen, keyNamed(keys, keys.current));
    if (found === undefined) this.statements.insert.run(digest, keys.current, personRef);
    else if (found.keyId !== keys.current) this.statements.move.run(digest, keys.current, personRef);
    return personRef;
  }
}

interface Citizen {
  readonly municipality: string;
  readonly bsn: string;
}
interface Found {
  readonly personRef: PersonRef;
  readonly keyId: string;
}

const digestOf = ({ municipality, bsn }: Citizen, key: Buffer): Buffer =>
  createHmac('sha256', key).update(`${municipality}/${bsn}`).digest();

const prepared = (database: Database) => ({
  find: database.prepare('SELECT person_ref FROM identity WHERE digest = ?'),
  insert: database.prepare('INSERT INTO identity (digest, key_id, person_ref) VALUES (?, ?, ?)'),
  remove: database.prepare('DELETE FROM identity WHERE person_ref = ?'),
  others: database.prepare('SELECT count(*) AS count FROM identity WHERE key_id <> ?'),
  move: database.prepare('UPDATE identity SET digest = ?, key_id = ? WHERE person_ref = ?'),
});

const TABLES: OwnTables = {
  of: 'The vault',
  format: 1,
  sql: `
  CREATE TABLE identity (
    digest BLOB PRIMARY KEY,
    key_id TEXT NOT NULL,
    person_ref TEXT NOT NULL UNIQUE
  ) STRICT, WITHOUT ROWID`,
};
