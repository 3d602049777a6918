import { closeSqlite } from '@uitkomst/ledger';
import { FORGOTTEN_MAX, type Answer, type Begun, type IdempotencyTable, type RequestKey } from '../idempotency.js';
import { inTransaction, Statements, type ReadsDatabase } from './open-reads.js';

const SCHEMA = `
  create table if not exists request (
    organisation text not null, key text not null, fingerprint text not null, answer text not null, expiresAt integer not null,
    unique (organisation, key)
  ) strict;
  create index if not exists request_expiry on request (expiresAt);
`;

interface Running {
  readonly fingerprint: string;
  readonly expiresAt: number;
}

interface Answered extends Running {
  readonly request: RequestKey;
  readonly answer: Answer;
}

/** How long an answer may be remembered in memory alone: a retry after a crash then finds its command on the stream. */
const WRITE_AFTER_MS = 20;
/** While they cannot be written (a full disk), no more than these are kept. */
const UNWRITTEN_MAX = 10_000;

/**
 * The idempotency table in a file of its own. One process owns that file, so what is running is known in memory and dies with it;
 * answers are written behind, many in one transaction, because the ledger holds the truth.
 */
export class SqliteIdempotency implements IdempotencyTable {
  private readonly statements: Statements;
  private readonly running = new Map<string, Running>();
  private readonly unwritten = new Map<string, Answered>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly db: ReadsDatabase) {
    db.exec(SCHEMA);
    this.statements = new Statements(db);
  }

  async begin(request: Parameters<IdempotencyTable['begin']>[0]): Promise<Begun> {
    const { fingerprint, nowMs, keepMs } = request;
    const name = nameOf(request);
    const running = this.running.get(name);
    if (running) return { state: running.fingerprint === fingerprint ? 'RUNNING' : 'OTHER_BODY' };
    const known = this.answered(name, request);
    if (known && known.fingerprint !== fingerprint) return { state: 'OTHER_BODY' };
    if (known) return { state: 'DONE', answer: known.answer };
    this.running.set(name, { fingerprint, expiresAt: nowMs + keepMs });
    return { state: 'NEW' };
  }

  async finish(request: RequestKey, answer: Answer): Promise<void> {
    const name = nameOf(request);
    const running = this.running.get(name);
    if (running === undefined) return;
    this.running.delete(name);
    this.unwritten.set(name, { request, answer, ...running });
    for (const oldest of this.unwritten.keys()) {
      if (this.unwritten.size <= UNWRITTEN_MAX) break;
      this.unwritten.delete(oldest);
    }
    this.timer ??= setTimeout(() => this.write(), WRITE_AFTER_MS);
  }

  async abandon(request: RequestKey): Promise<void> {
    this.running.delete(nameOf(request));
  }

  async forget(request: RequestKey): Promise<void> {
    this.unwritten.delete(nameOf(request));
    const { organisation, key } = request;
    this.statements.of('delete from request where organisation = ? and key = ?').run(organisation, key);
  }

  async forgetExpired(nowMs: number): Promise<number> {
    this.write();
    const expired = 'select rowid from request where expiresAt <= ? limit ?';
    return this.statements.of(`delete from request where rowid in (${expired})`).run(nowMs, FORGOTTEN_MAX).changes;
  }

  close(): void {
    this.write();
    clearTimeout(this.timer);
    closeSqlite(this.db);
  }

  private answered(
    name: string,
    { organisation, key, nowMs }: RequestKey & { readonly nowMs: number },
  ): Pick<Answered, 'fingerprint' | 'answer'> | undefined {
    const unwritten = this.unwritten.get(name);
    if (unwritten && unwritten.expiresAt > nowMs) return unwritten;
    const row = this.statements
      .of('select fingerprint, answer from request where organisation = ? and key = ? and expiresAt > ?')
      .get(organisation, key, nowMs) as { readonly fingerprint: string; readonly answer: string } | undefined;
    return row && { fingerprint: row.fingerprint, answer: JSON.parse(row.answer) as Answer };
  }

  /** What cannot be written now is tried again with the next. */
  private write(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const insert = this.statements.of(
      'insert or replace into request (organisation, key, fingerprint, answer, expiresAt) values (?, ?, ?, ?, ?)',
    );
    try {
      inTransaction(this.db, () => {
        for (const { request, fingerprint, answer, expiresAt } of this.unwritten.values())
          insert.run(request.organisation, request.key, fingerprint, JSON.stringify(answer), expiresAt);
      });
      this.unwritten.clear();
    } catch {
      // A full disk: the answers stay in memory, and the ledger refuses what is recorded next with a clear error.
    }
  }
}

const nameOf = ({ organisation, key }: RequestKey): string => `${organisation} ${key}`;
