import { inPostgresTransaction, sqlState, type PostgresConnection, type PostgresPool } from './open-postgres.js';

/** What a part of the product needs in its database: steps in order, of which a database remembers how many it has had. */
export interface Migrations {
  readonly name: string;
  /** What names the database. */
  readonly setting: 'LEDGER_URL' | 'READS_URL';
  readonly steps: readonly string[];
}

/** The tables were made by a newer program, or were not made yet: this one must not touch them. */
export class SchemaRefused extends Error {
  override readonly name = 'SchemaRefused';
}

/** Two programs that start together must not both take the same step. */
const LOCK = 1_969_001;
const MARKS = 'create table if not exists uitkomst_schema (name text primary key, version integer not null)';

/** The user may not make tables there, the schema that the address names is not there, or another program's tables are. */
const OF_THE_OPERATOR = new Set(['42501', '3F000', '42P07', '42723']);

/** Brings the tables to what this program knows, all steps in one transaction under a lock; a newer schema is refused. */
export function migrate(pool: PostgresPool, migrations: Migrations): Promise<void> {
  return inPostgresTransaction(pool, (connection) => taken(connection, migrations)).catch((error: unknown) => {
    if (!OF_THE_OPERATOR.has(sqlState(error) ?? '')) throw error;
    const reason = (error as Error).message;
    const { name, setting } = migrations;
    throw new SchemaRefused(`${setting}: the tables of the ${name} cannot be made: ${reason}`, { cause: error });
  });
}

async function taken(connection: PostgresConnection, { name, setting, steps }: Migrations): Promise<void> {
  await connection.query(`select pg_advisory_xact_lock(${LOCK})`);
  await connection.query('set local synchronous_commit = on'); // Also where what the tables hold may be lost.
  await demandEncoding(connection, setting);
  await connection.query(MARKS);
  const known = (await versionOf(connection, name)) ?? 0;
  refuseNewer(name, known, steps.length);
  if (known === steps.length) return;
  for (const step of steps.slice(known)) await connection.query(step);
  await connection.query(
    'insert into uitkomst_schema values ($1, $2) on conflict (name) do update set version = excluded.version',
    [name, steps.length],
  );
}

/** For who may only read: the tables must be there already, and no newer than this program. */
export async function demandMigrated(pool: PostgresPool, { name, steps }: Migrations): Promise<void> {
  const { rows } = await pool.query<{ here: string | null }>(`select to_regclass('uitkomst_schema') as here`);
  const known = rows[0]?.here === null ? undefined : await versionOf(pool, name);
  if (known === undefined) throw new SchemaRefused(`There is no ${name} in this database`);
  refuseNewer(name, known, steps.length);
  if (known < steps.length)
    throw new SchemaRefused(`The ${name} has schema ${known}; start the server once to bring it to ${steps.length}`);
}

function refuseNewer(name: string, known: number, steps: number): void {
  if (known > steps) throw new SchemaRefused(`The ${name} has schema ${known}, this program knows ${steps}`);
}

async function versionOf(from: PostgresPool | PostgresConnection, name: string): Promise<number | undefined> {
  const { rows } = await from.query<{ version: number }>('select version from uitkomst_schema where name = $1', [name]);
  return rows[0]?.version;
}

/** Names and texts come back byte for byte only from a database that keeps all characters. */
async function demandEncoding(connection: PostgresConnection, setting: Migrations['setting']): Promise<void> {
  const { rows } = await connection.query<{ encoding: string }>(
    `select current_setting('server_encoding') as encoding`,
  );
  const encoding = rows[0]?.encoding;
  if (encoding !== 'UTF8')
    throw new SchemaRefused(`${setting}: the database has encoding ${encoding}; name one made with encoding UTF8`);
}
