import type { PostgresPool } from '@uitkomst/ledger';
import { FORGOTTEN_MAX, type Answer, type Begun, type IdempotencyTable, type RequestKey } from '../../idempotency.js';
import { ReadsUnavailable } from '../../reads.js';
import { answered } from './answered.js';

/** A request that took longer than this was left by a process that died: it may be asked again. */
const RUNNING_MS = 30_000;

/** The idempotency table for several processes: what is running in one is known to all. */
export class PostgresIdempotency implements IdempotencyTable {
  constructor(private readonly pool: PostgresPool) {}

  async begin(request: Parameters<IdempotencyTable['begin']>[0]): Promise<Begun> {
    const { organisation, key, fingerprint, nowMs, keepMs } = request;
    const begun = await this.asked(
      `insert into request values ($1, $2, $3, null, $5, $6)
        on conflict (organisation, key) do update
        set fingerprint = excluded.fingerprint, answer = null, running_until = excluded.running_until, expires_at = excluded.expires_at
        where request.expires_at <= $4
          or (request.answer is null and request.running_until <= $4 and request.fingerprint = excluded.fingerprint)`,
      [organisation, key, fingerprint, nowMs, nowMs + Math.min(RUNNING_MS, keepMs), nowMs + keepMs],
    );
    if (begun.rowCount === 1) return { state: 'NEW' };
    const { rows } = await this.asked<{ fingerprint: string; answer: string | null; running_until: number }>(
      'select fingerprint, answer, running_until from request where organisation = $1 and key = $2',
      [organisation, key],
    );
    const [known] = rows;
    if (known === undefined) return { state: 'RUNNING', restMs: 0 }; // It was abandoned just now: the next try begins it.
    if (known.fingerprint !== fingerprint) return { state: 'OTHER_BODY' };
    if (known.answer === null) return { state: 'RUNNING', restMs: known.running_until - nowMs };
    return { state: 'DONE', answer: JSON.parse(known.answer) as Answer };
  }

  /** Where it cannot be kept the next one is answered from the stream: nothing recorded hangs on it. */
  async finish({ organisation, key }: RequestKey, answer: Answer): Promise<void> {
    const text = 'update request set answer = $3 where organisation = $1 and key = $2 and answer is null';
    await this.asked(text, [organisation, key, JSON.stringify(answer)]).catch(ifAway);
  }

  /** Where that cannot be told either, the key is free when its running has lapsed. */
  async abandon({ organisation, key }: RequestKey): Promise<void> {
    const text = 'delete from request where organisation = $1 and key = $2 and answer is null';
    await this.asked(text, [organisation, key]).catch(ifAway);
  }

  async forget({ organisation, key }: RequestKey): Promise<void> {
    const text = 'delete from request where organisation = $1 and key = $2 and answer is not null';
    await this.asked(text, [organisation, key]);
  }

  async forgetExpired(nowMs: number): Promise<number> {
    const text = `delete from request where (organisation, key) in
      (select organisation, key from request where expires_at <= $1 limit $2 for update skip locked)`;
    return (await this.asked(text, [nowMs, FORGOTTEN_MAX])).rowCount ?? 0;
  }

  private asked<Row extends object>(sql: string, values: readonly unknown[]) {
    return answered(this.pool.query<Row>(sql, [...values]));
  }
}

const ifAway = (error: unknown): void => {
  if (!(error instanceof ReadsUnavailable)) throw error;
};
