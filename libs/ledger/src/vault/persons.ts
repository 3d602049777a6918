import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite, type Database } from '../adapters/open-sqlite.js';
import { ensureErasable, type OwnTables } from '../tables/ensure-tables.js';
import { compact, PersonKeys, type Whose } from './person-keys.js';
import { openSealed, sealBytes } from './sealed-bytes.js';

const SALT_BYTES = 16;

/** One text about a person: name and address, or words somebody wrote. `recordId` names it for good. */
export interface PersonalText {
  readonly recordId: string;
  readonly kind: 'IDENTITY' | 'WORDS';
  readonly text: string;
}

/** The words of a name used before are others. */
export class RecordExists extends Error {
  override readonly name = 'RecordExists';
}

/**
 * Names, addresses and words of persons (`persons.db`), each person's under a key of its own. An event holds a salted commitment at
 * most; without the person's key neither text nor salt can be read, so that the commitment says nothing for ever.
 */
export class Persons {
  private readonly statements: ReturnType<typeof prepared>;

  private constructor(
    private readonly database: Database,
    private readonly keys: PersonKeys,
  ) {
    this.statements = prepared(database);
  }

  /** Opens the texts and keys of persons in a folder, or makes them there, for their owner only. */
  static open(folder: string): Persons {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const keys = PersonKeys.open(folder);
    const database = openSqlite(join(folder, 'persons.db'));
    try {
      ensureErasable(database, TABLES);
      return new Persons(database, keys);
    } catch (error) {
      database.close();
      keys.close();
      throw error;
    }
  }

  /** Keeps a text, on disk before it returns, and gives its commitment: SHA-256(salt ‖ text). The same again gives the same. */
  keep(whose: Whose, { recordId, kind, text }: PersonalText): string {
    const kept = this.saltedText(whose, recordId);
    if (kept !== undefined && kept.text !== text) throw new RecordExists('This name was used for other words');
    if (kept !== undefined) return commitmentOf(kept);
    const salted = { salt: randomBytes(SALT_BYTES).toString('hex'), text };
    const sealed = sealBytes(
      this.keys.keyFor(whose),
      Buffer.from(JSON.stringify(salted)),
      aboutRecord(whose, recordId),
    );
    this.statements.put.run(whose.municipality, whose.personRef, recordId, kind, sealed);
    return commitmentOf(salted);
  }

  /** Undefined when it was never kept, or the person was erased. */
  textOf(whose: Whose, recordId: string): string | undefined {
    return this.saltedText(whose, recordId)?.text;
  }

  /** Every text about a person, oldest first. */
  textsOf(whose: Whose): readonly PersonalText[] {
    return this.statements.all.all(whose.municipality, whose.personRef).flatMap((row) => {
      const recordId = String(row['record_id']);
      const text = this.textOf(whose, recordId);
      return text === undefined ? [] : [{ recordId, kind: row['kind'] as PersonalText['kind'], text }];
    });
  }

  /** Forgets a person for good: the key first, since without it the texts say nothing. Once more does no harm. */
  erase(whose: Whose): void {
    this.keys.erase(whose);
    if (this.statements.remove.run(whose.municipality, whose.personRef).changes > 0) compact(this.database);
  }

  /** Puts everybody's key under a new key of the vault; gives how many persons that were. */
  rotateKey(): number {
    return this.keys.rotate();
  }

  close(): void {
    this.database.close();
    this.keys.close();
  }

  private saltedText(whose: Whose, recordId: string): Salted | undefined {
    const key = this.keys.keyOf(whose);
    const row = this.statements.find.get(whose.municipality, whose.personRef, recordId);
    if (key === undefined || row === undefined) return undefined;
    const sealed = Buffer.from(row['sealed'] as Uint8Array);
    return JSON.parse(openSealed(key, sealed, aboutRecord(whose, recordId)).toString('utf8')) as Salted;
  }
}

interface Salted {
  readonly salt: string;
  readonly text: string;
}

const commitmentOf = ({ salt, text }: Salted): string =>
  createHash('sha256').update(Buffer.from(salt, 'hex')).update(text).digest('hex');

/** What a text about a person is sealed as. */
export const aboutRecord = ({ municipality, personRef }: Whose, recordId: string): string =>
  `record/${municipality}/${personRef}/${recordId}`;

const prepared = (database: Database) => ({
  find: database.prepare('SELECT sealed FROM record WHERE municipality = ? AND person_ref = ? AND record_id = ?'),
  all: database.prepare('SELECT record_id, kind FROM record WHERE municipality = ? AND person_ref = ? ORDER BY number'),
  // A text whose key did not survive a crash was never acknowledged, and makes room.
  put: database.prepare(
    'INSERT OR REPLACE INTO record (municipality, person_ref, record_id, kind, sealed) VALUES (?, ?, ?, ?, ?)',
  ),
  remove: database.prepare('DELETE FROM record WHERE municipality = ? AND person_ref = ?'),
});

const TABLES: OwnTables = {
  of: 'The texts of persons',
  format: 1,
  sql: `
  CREATE TABLE record (
    number INTEGER PRIMARY KEY, municipality TEXT NOT NULL, person_ref TEXT NOT NULL, record_id TEXT NOT NULL,
    kind TEXT NOT NULL, sealed BLOB NOT NULL, UNIQUE (municipality, person_ref, record_id)
  ) STRICT`,
};
