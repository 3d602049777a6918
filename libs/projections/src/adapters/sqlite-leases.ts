import { LeaseLost, type Lease } from '../lease.js';
import { inTransaction, type ReadsDatabase } from './open-reads.js';

/** The machine's own clock: whoever shares the file shares it. */
const NOW_MS = `cast(unixepoch('subsec') * 1000 as integer)`;

export async function takeLease(
  db: ReadsDatabase,
  { name, holder, forMs }: { readonly name: string; readonly holder: string; readonly forMs: number },
): Promise<Lease | undefined> {
  const taken = db
    .prepare(
      `insert into lease (name, holder, token, untilMs) values (?1, ?2, 1, ${NOW_MS} + ?3)
        on conflict (name) do update set holder = excluded.holder, token = token + 1, untilMs = excluded.untilMs
        where untilMs <= ${NOW_MS} returning token`,
    )
    .get(name, holder, forMs);
  return taken && { name, holder, token: Number(taken['token']) };
}

export async function keepLease(db: ReadsDatabase, { name, token }: Lease, forMs: number): Promise<boolean> {
  const kept = db.prepare(`update lease set untilMs = ${NOW_MS} + ? where name = ? and token = ?`);
  return kept.run(forMs, name, token).changes === 1;
}

export async function leaveLease(db: ReadsDatabase, { name, token }: Lease): Promise<void> {
  db.prepare('update lease set untilMs = 0 where name = ? and token = ?').run(name, token);
}

/** One transaction, in which nobody else takes the lease a store was fenced with. */
export function inFencedTransaction<T>(db: ReadsDatabase, lease: Lease | undefined, work: () => T): T {
  return inTransaction(db, () => {
    if (lease) demandLease(db, lease);
    return work();
  });
}

/** Throws {@link LeaseLost} when another took it. Within a transaction nobody else can. */
function demandLease(db: ReadsDatabase, { name, token }: Lease): void {
  const now = db.prepare('select token from lease where name = ?').get(name);
  if (now?.['token'] !== token) throw new LeaseLost(`Another process holds ${name}`);
}
