import { timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { openSqlite, type Database } from '../adapters/open-sqlite.js';
import { ensureErasable, type OwnTables } from '../tables/ensure-tables.js';
import { newLetterCode, printed, type LetterCode } from './letter-code.js';
import { compact, type Whose } from './person-keys.js';

const TRIES = 5;
/** The first part of a code is drawn from a million: two letters seldom have the same. */
const DRAWS_MAX = 20;

/**
 * Codes with which clients sign in, printed in a letter to them (`letter-codes.db`). Kept is a keyed hash: whoever has the file has no
 * code. A person has one at a time, it ends by itself, and after five wrong guesses it is worth nothing.
 */
export class LetterCodes {
  private readonly statements: ReturnType<typeof prepared>;

  private constructor(
    private readonly database: Database,
    private readonly hashOf: (...parts: readonly string[]) => string,
  ) {
    this.statements = prepared(database);
  }

  static open(folder: string, hashOf: (...parts: readonly string[]) => string): LetterCodes {
    const database = openSqlite(join(folder, 'letter-codes.db'));
    try {
      ensureErasable(database, TABLES);
      return new LetterCodes(database, hashOf);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** A new code of a person, as printed; an earlier one is worth nothing from here on. Milliseconds since 1970. */
  make({ municipality, personRef }: Whose, endsAt: number): string {
    for (let draw = 0; draw < DRAWS_MAX; draw += 1) {
      const code = newLetterCode();
      const digest = Buffer.from(this.digestOf(code), 'hex');
      const { changes } = this.statements.put.run(municipality, personRef, code.letter, digest, endsAt, TRIES);
      if (changes > 0) return printed(code);
    }
    throw new Error('No code is left that is not of somebody else');
  }

  /** Whose code it is; undefined where it is nobody's, or no longer. */
  whose(code: LetterCode, now: number): Whose | undefined {
    const row = this.statements.find.get(code.letter, now);
    if (row === undefined) return undefined;
    const whose = { municipality: String(row['municipality']), personRef: String(row['person_ref']) };
    const right = timingSafeEqual(Buffer.from(this.digestOf(code), 'hex'), Buffer.from(row['digest'] as Uint8Array));
    if (!right) this.statements.miss.run(code.letter);
    return right ? whose : undefined;
  }

  erase({ municipality, personRef }: Whose): void {
    if (this.statements.remove.run(municipality, personRef).changes > 0) compact(this.database);
  }

  close(): void {
    this.database.close();
  }

  private digestOf({ letter, secret }: LetterCode): string {
    return this.hashOf('letter-code', letter, secret);
  }
}

const prepared = (database: Database) => ({
  // The first part of a code that is still somebody else's is not taken from them: then nothing changes.
  put: database.prepare(`
    INSERT INTO letter_code (municipality, person_ref, letter, digest, ends_at, tries_left) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (municipality, person_ref) DO UPDATE SET letter = excluded.letter, digest = excluded.digest,
      ends_at = excluded.ends_at, tries_left = excluded.tries_left
    ON CONFLICT (letter) DO NOTHING`),
  find: database.prepare(
    'SELECT municipality, person_ref, digest FROM letter_code WHERE letter = ? AND ends_at > ? AND tries_left > 0',
  ),
  miss: database.prepare('UPDATE letter_code SET tries_left = tries_left - 1 WHERE letter = ?'),
  remove: database.prepare('DELETE FROM letter_code WHERE municipality = ? AND person_ref = ?'),
});

const TABLES: OwnTables = {
  of: 'letter-codes.db',
  format: 1,
  sql: `
  CREATE TABLE IF NOT EXISTS letter_code (
    municipality TEXT NOT NULL,
    person_ref TEXT NOT NULL,
    letter TEXT NOT NULL UNIQUE,
    digest BLOB NOT NULL,
    ends_at INTEGER NOT NULL,
    tries_left INTEGER NOT NULL,
    PRIMARY KEY (municipality, person_ref)
  ) STRICT`,
};
