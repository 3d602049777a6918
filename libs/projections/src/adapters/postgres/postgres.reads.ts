import { createHash } from 'node:crypto';
import {
  inPostgresTransaction,
  sqlState,
  START,
  type PostgresConnection,
  type PostgresPool,
  type Position,
} from '@uitkomst/ledger';
import type { Lease } from '../../lease.js';
import type { Projection } from '../../projection.js';
import {
  CheckpointMoved,
  stillBuilding,
  type Change,
  type Condition,
  type Question,
  type ReadStore,
} from '../../reads.js';
import { countByOf, createTable, POSTGRES, rowOf, rowsInOrder, selectOf, tableOf, whereOf } from '../sql.js';
import { answered } from './answered.js';
import { demandLease, keepLease, leaveLease, takeLease } from './postgres-leases.js';
import { writeRows } from './write-rows.js';

/** Those who make or drop tables go one after another: PostgreSQL's own "if not exists" does not settle a race. */
const TABLES_LOCK = 1_969_002;
const UNDEFINED_TABLE = '42P01';
const UNDEFINED_COLUMN = '42703';
const HASH_PAGE = 5_000;

/** The read store for several processes: a PostgreSQL database, which may be the ledger's or another. */
export class PostgresReads implements ReadStore {
  constructor(
    private readonly pool: PostgresPool,
    private readonly lease?: Lease,
  ) {}

  fenced(lease: Lease): ReadStore {
    return new PostgresReads(this.pool, lease);
  }

  takeLease(name: string, holder: string, forMs: number): Promise<Lease | undefined> {
    return takeLease(this.pool, { name, holder, forMs });
  }

  keepLease(lease: Lease, forMs: number): Promise<boolean> {
    return keepLease(this.pool, lease, forMs);
  }

  leaveLease(lease: Lease): Promise<void> {
    return leaveLease(this.pool, lease);
  }

  async prepare(projection: Projection): Promise<void> {
    const { name, version } = projection;
    await this.changingTables(async (connection) => {
      const values = [name, version];
      // Once made it is only looked at: to make it again would wait for who writes it, who might wait for us.
      const made = await connection.query('select from checkpoint where name = $1 and version = $2', values);
      if (made.rowCount === 1) return;
      await connection.query(createTable(projection, POSTGRES));
      await connection.query(`insert into checkpoint values ($1, $2, ${START}) on conflict do nothing`, values);
      await connection.query('insert into served values ($1, $2) on conflict do nothing', values);
    });
  }

  async checkpoint(name: string, version: number): Promise<Position> {
    const { rows } = await this.asked<{ position: Position }>(
      'select position from checkpoint where name = $1 and version = $2',
      [name, version],
    );
    return rows[0]?.position ?? START;
  }

  async forget({ name, version }: Projection): Promise<void> {
    await this.changingTables(async (connection) => {
      await connection.query(`drop table if exists ${tableOf(name, version)}`);
      for (const table of ['checkpoint', 'served'])
        await connection.query(`delete from ${table} where name = $1 and version = $2`, [name, version]);
    });
  }

  async write(changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    await this.writing(async (connection) => {
      await moveCheckpoints(connection, changes);
      for (const change of changes) await writeRows(connection, change.projection, change);
    });
  }

  async served(name: string): Promise<number | undefined> {
    const { rows } = await this.asked<{ version: number }>('select version from served where name = $1', [name]);
    return rows[0]?.version;
  }

  async serve({ name, version }: Projection): Promise<void> {
    await this.changingTables(async (connection) => {
      await connection.query('update served set version = $2 where name = $1', [name, version]);
      const { rows } = await connection.query<{ version: number }>(
        'delete from checkpoint where name = $1 and version <> $2 returning version',
        [name, version],
      );
      for (const other of rows) await connection.query(`drop table ${tableOf(name, other.version)}`);
    });
  }

  async select<R extends object>(projection: Projection<R>, question: Question<R> = {}): Promise<readonly R[]> {
    const { columns } = projection;
    const found = await this.ofServed(projection, (table) => selectOf({ table, columns }, question, POSTGRES));
    return found.map((record) => rowOf(columns, record) as R);
  }

  async count<R extends object>(projection: Projection<R>, where?: readonly Condition<R>[]): Promise<number> {
    const { sql, values } = whereOf(where, POSTGRES);
    const found = await this.ofServed<{ n: number }>(projection, (table) => ({
      sql: `select count(*) as n from ${table}${sql}`,
      values,
    }));
    return found[0]?.n ?? 0;
  }

  async countBy<R extends object>(
    projection: Projection<R>,
    column: keyof R & string,
    where?: readonly Condition<R>[],
  ): Promise<ReadonlyMap<string, number>> {
    const { sql, values } = whereOf(where, POSTGRES);
    const found = await this.ofServed<{ value: unknown; number: number }>(projection, (table) => ({
      sql: countByOf(table, column, sql),
      values,
    }));
    return new Map(found.map(({ value, number }) => [String(value), number]));
  }

  async hash(projection: Projection): Promise<string> {
    const hash = createHash('sha256');
    await inPostgresTransaction(this.pool, async (connection) => {
      await connection.query(`declare hashed no scroll cursor for ${rowsInOrder(projection)}`);
      for (;;) {
        const { rows } = await connection.query<object>(`fetch ${HASH_PAGE} from hashed`);
        for (const row of rows) hash.update(`${JSON.stringify(Object.values(row))}\n`);
        if (rows.length < HASH_PAGE) return;
      }
    });
    return hash.digest('hex');
  }

  async cursor(process: string): Promise<Position> {
    const { rows } = await this.asked<{ position: Position }>('select position from cursor where process = $1', [
      process,
    ]);
    return rows[0]?.position ?? START;
  }

  async moveCursor(process: string, to: Position): Promise<void> {
    return this.moveCursors({ [process]: to });
  }

  async moveCursors(moves: Readonly<Record<string, number>>): Promise<void> {
    await this.writing((connection) =>
      connection.query(
        `insert into cursor select * from unnest($1::text[], $2::bigint[])
          on conflict (process) do update set position = excluded.position`,
        [Object.keys(moves), Object.values(moves)],
      ),
    );
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private asked<Row extends object>(sql: string, values: readonly unknown[]) {
    return answered(this.pool.query<Row>(sql, [...values]));
  }

  /** One transaction, in which nobody else takes the lease this store was fenced with. */
  private writing<T>(work: (connection: PostgresConnection) => Promise<T>): Promise<T> {
    const transaction = inPostgresTransaction(this.pool, async (connection) => {
      if (this.lease) await demandLease(connection, this.lease);
      return work(connection);
    });
    return answered(transaction);
  }

  private changingTables<T>(work: (connection: PostgresConnection) => Promise<T>): Promise<T> {
    return this.writing(async (connection) => {
      await connection.query(`select pg_advisory_xact_lock(${TABLES_LOCK})`);
      await connection.query('set local synchronous_commit = on'); // A power cut may take rows back, never their table.
      return work(connection);
    });
  }

  /** Asks the table readers see now; once more where another version took its place in between. */
  private async ofServed<Row extends object>(
    projection: Projection,
    question: (table: string) => { readonly sql: string; readonly values: readonly unknown[] },
  ): Promise<readonly Row[]> {
    const { name, version } = projection;
    const { sql, values } = question(tableOf(name, (await this.served(name)) ?? version));
    try {
      return (await this.asked<Row>(sql, values)).rows;
    } catch (error) {
      if (sqlState(error) === UNDEFINED_COLUMN) throw stillBuilding(projection, error);
      const gone = sqlState(error) === UNDEFINED_TABLE && (await this.served(name)) !== undefined;
      if (!gone) throw error;
      const again = question(tableOf(name, (await this.served(name)) ?? version));
      return (await this.asked<Row>(again.sql, again.values)).rows;
    }
  }
}

/** All of them from where this runner knew them, or none. */
async function moveCheckpoints(connection: PostgresConnection, changes: readonly Change[]): Promise<void> {
  const moved = await connection.query(
    `update checkpoint c set position = m.target
      from unnest($1::text[], $2::integer[], $3::bigint[], $4::bigint[]) m (name, version, source, target)
      where c.name = m.name and c.version = m.version and c.position = m.source`,
    [
      changes.map(({ projection }) => projection.name),
      changes.map(({ projection }) => projection.version),
      changes.map(({ from }) => from),
      changes.map(({ to }) => to),
    ],
  );
  if (moved.rowCount !== changes.length) {
    const names = changes.map(({ projection, from }) => `${projection.name} v${projection.version} at ${from}`);
    throw new CheckpointMoved(`No longer where this runner knew them: ${names.join(', ')}`);
  }
}
