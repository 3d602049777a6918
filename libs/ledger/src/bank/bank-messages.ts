import { join } from 'node:path';
import { openSqlite, type Database } from '../adapters/open-sqlite.js';
import { ensureTables, type OwnTables } from '../tables/ensure-tables.js';

/** One message of the bank, with what was done with each of its lines. */
export interface BankMessageTold {
  readonly municipality: string;
  /** Of its bytes: the same message is the same. */
  readonly sha256: string;
  /** UTC instant at which it was told first. */
  readonly toldAt: string;
  readonly toldBy: string;
  /** What was answered then, as JSON. */
  readonly report: string;
}

/**
 * Which messages of the bank were processed (`bank-messages.db`): the ledger holds what they changed, and this what they said of
 * lines that changed nothing. Neither accounts nor names are in it.
 */
export class BankMessages {
  private readonly statements: ReturnType<typeof prepared>;

  private constructor(private readonly database: Database) {
    this.statements = prepared(database);
  }

  static open(folder: string): BankMessages {
    const database = openSqlite(join(folder, 'bank-messages.db'));
    try {
      ensureTables(database, TABLES);
      return new BankMessages(database);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** Keeps what was answered the first time; told again, the lines say that they were booked before. */
  keep({ municipality, sha256, toldAt, toldBy, report }: BankMessageTold): void {
    this.statements.keep.run(municipality, sha256, toldAt, toldBy, report);
  }

  one(municipality: string, sha256: string): BankMessageTold | undefined {
    const row = this.statements.one.get(municipality, sha256);
    return row && toldIn(row);
  }

  /** The last told first. */
  page(
    municipality: string,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): { readonly count: number; readonly messages: readonly BankMessageTold[] } {
    const count = Number(this.statements.count.get(municipality)?.['count']);
    return { count, messages: this.statements.page.all(municipality, limit, offset).map(toldIn) };
  }

  close(): void {
    this.database.close();
  }
}

const toldIn = (row: Readonly<Record<string, unknown>>): BankMessageTold => ({
  municipality: String(row['municipality']),
  sha256: String(row['sha256']),
  toldAt: String(row['told_at']),
  toldBy: String(row['told_by']),
  report: String(row['report']),
});

const TABLES: OwnTables = {
  of: 'The messages of the bank',
  format: 1,
  // Files of before had no format.
  sql: `
  CREATE TABLE IF NOT EXISTS bank_message (
    municipality TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    told_at TEXT NOT NULL,
    told_by TEXT NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (municipality, sha256)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS bank_message_told ON bank_message (municipality, told_at)`,
};

const prepared = (database: Database) => ({
  keep: database.prepare(
    'INSERT INTO bank_message (municipality, sha256, told_at, told_by, report) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  one: database.prepare('SELECT * FROM bank_message WHERE municipality = ? AND sha256 = ?'),
  count: database.prepare('SELECT count(*) AS count FROM bank_message WHERE municipality = ?'),
  page: database.prepare(
    'SELECT * FROM bank_message WHERE municipality = ? ORDER BY told_at DESC, sha256 LIMIT ? OFFSET ?',
  ),
});
