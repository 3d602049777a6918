import type { Answer, Begun, IdempotencyTable, RequestKey } from '../idempotency.js';
import { inTransaction, Statements, type ReadsDatabase } from './open-reads.js';

interface Running {
  readonly fingerprint: string;
  readonly expiresAt: number;
}

interface Finished {
  readonly write: () => void;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The idempotency table in the file of the read store. One process owns that file, so what is running is known in memory and dies
 * with it; what was answered is written together with whatever else was answered in the same turn.
 */
export class SqliteIdempotency implements IdempotencyTable {
  private readonly statements: Statements;
  private readonly running = new Map<string, Running>();
  private finished: Finished[] = [];

  constructor(private readonly db: ReadsDatabase) {
    this.statements = new Statements(db);
  }

  async begin(request: Parameters<IdempotencyTable['begin']>[0]): Promise<Begun> {
    const { organisation, key, fingerprint, nowMs, keepMs } = request;
    const name = nameOf(request);
    const running = this.running.get(name);
    if (running) return { state: running.fingerprint === fingerprint ? 'RUNNING' : 'OTHER_BODY' };
    const known = this.statements
      .of('select fingerprint, answer from request where organisation = ? and key = ? and expiresAt > ?')
      .get(organisation, key, nowMs);
    if (known && known['fingerprint'] !== fingerprint) return { state: 'OTHER_BODY' };
    if (known) return { state: 'DONE', answer: JSON.parse(known['answer'] as string) as Answer };
    this.running.set(name, { fingerprint, expiresAt: nowMs + keepMs });
    return { state: 'NEW' };
  }

  async finish(request: RequestKey, answer: Answer): Promise<void> {
    const name = nameOf(request);
    const running = this.running.get(name);
    if (running === undefined) return;
    const { organisation, key } = request;
    const { fingerprint, expiresAt } = running;
    const write = (): void => {
      this.statements
        .of('insert or replace into request values (?, ?, ?, ?, ?)')
        .run(organisation, key, fingerprint, JSON.stringify(answer), expiresAt);
    };
    try {
      await new Promise<void>((done, failed) => this.later({ write, done, failed }));
    } finally {
      this.running.delete(name);
    }
  }

  async abandon(request: RequestKey): Promise<void> {
    this.running.delete(nameOf(request));
  }

  async forgetExpired(nowMs: number): Promise<number> {
    return this.statements.of('delete from request where expiresAt <= ?').run(nowMs).changes;
  }

  private later(finished: Finished): void {
    if (this.finished.length === 0) setImmediate(() => this.flush());
    this.finished.push(finished);
  }

  private flush(): void {
    const all = this.finished;
    this.finished = [];
    try {
      inTransaction(this.db, () => {
        for (const { write } of all) write();
      });
      for (const { done } of all) done();
    } catch (error) {
      for (const { failed } of all) failed(error);
    }
  }
}

const nameOf = ({ organisation, key }: RequestKey): string => `${organisation} ${key}`;
