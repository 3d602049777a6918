import type { Answer, Begun, IdempotencyTable, RequestKey } from '../idempotency.js';
import { inTransaction, Statements, type ReadsDatabase } from './open-reads.js';

/** The idempotency table in the file of the read store. */
export class SqliteIdempotency implements IdempotencyTable {
  private readonly statements: Statements;

  constructor(private readonly db: ReadsDatabase) {
    this.statements = new Statements(db);
  }

  async begin(request: Parameters<IdempotencyTable['begin']>[0]): Promise<Begun> {
    const { organisation, key, fingerprint, nowMs, keepMs } = request;
    return inTransaction(this.db, (): Begun => {
      const known = this.statements
        .of('select fingerprint, state, answer from request where organisation = ? and key = ? and expiresAt > ?')
        .get(organisation, key, nowMs);
      if (known && known['fingerprint'] !== fingerprint) return { state: 'OTHER_BODY' };
      if (known?.['state'] === 'RUNNING') return { state: 'RUNNING' };
      if (known) return { state: 'DONE', answer: JSON.parse(known['answer'] as string) as Answer };
      this.statements
        .of("insert or replace into request values (?, ?, ?, 'RUNNING', null, ?)")
        .run(organisation, key, fingerprint, nowMs + keepMs);
      return { state: 'NEW' };
    });
  }

  async finish({ organisation, key }: RequestKey, answer: Answer): Promise<void> {
    this.statements
      .of("update request set state = 'DONE', answer = ? where organisation = ? and key = ?")
      .run(JSON.stringify(answer), organisation, key);
  }

  async abandon({ organisation, key }: RequestKey): Promise<void> {
    this.statements
      .of("delete from request where organisation = ? and key = ? and state = 'RUNNING'")
      .run(organisation, key);
  }

  async abandonAll(): Promise<number> {
    return this.statements.of("delete from request where state = 'RUNNING'").run().changes;
  }

  async forgetExpired(nowMs: number): Promise<number> {
    return this.statements.of('delete from request where expiresAt <= ?').run(nowMs).changes;
  }
}
