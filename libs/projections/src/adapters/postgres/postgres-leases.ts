import { inPostgresTransaction, type PostgresConnection, type PostgresPool } from '@uitkomst/ledger';
import { LeaseLost, type Lease } from '../../lease.js';

/** The database's clock decides, since those of the processes may differ; and a lease given is never taken back by a power cut. */
export async function takeLease(
  pool: PostgresPool,
  { name, holder, forMs }: { readonly name: string; readonly holder: string; readonly forMs: number },
): Promise<Lease | undefined> {
  return inPostgresTransaction(pool, async (connection) => {
    await connection.query('set local synchronous_commit = on');
    const { rows } = await connection.query<{ token: number }>(
      `insert into lease values ($1, $2, 1, clock_timestamp() + $3 * interval '1 millisecond')
      on conflict (name) do update set holder = excluded.holder, token = lease.token + 1, until = excluded.until
      where lease.until <= clock_timestamp() returning token`,
      [name, holder, forMs],
    );
    return rows[0] && { name, holder, token: rows[0].token };
  });
}

export async function keepLease(pool: PostgresPool, { name, token }: Lease, forMs: number): Promise<boolean> {
  const kept = await pool.query(
    `update lease set until = clock_timestamp() + $3 * interval '1 millisecond' where name = $1 and token = $2`,
    [name, token, forMs],
  );
  return kept.rowCount === 1;
}

export async function leaveLease(pool: PostgresPool, { name, token }: Lease): Promise<void> {
  await pool.query(`update lease set until = '-infinity' where name = $1 and token = $2`, [name, token]);
}

/** Throws {@link LeaseLost} when another took it. Until the transaction ends nobody else can: they wait for the row. */
export async function demandLease(connection: PostgresConnection, { name, token }: Lease): Promise<void> {
  const { rows } = await connection.query<{ token: number }>('select token from lease where name = $1 for share', [
    name,
  ]);
  if (rows[0]?.token !== token) throw new LeaseLost(`Another process holds ${name}`);
}
