import { bigintArray, textArray, type PostgresConnection } from '@uitkomst/ledger';
import type { ColumnType, Projection } from '../../projection.js';
import type { Change } from '../../reads.js';
import { deleteRows, insertInto, toSql, type SqlValue } from '../sql.js';

const ARRAY: Readonly<Record<ColumnType, string>> = {
  text: 'text[]',
  integer: 'bigint[]',
  boolean: 'bigint[]',
  json: 'text[]',
};

/** Puts the rows of these streams in place of their earlier ones, all with two statements. */
export async function writeRows(
  connection: PostgresConnection,
  projection: Projection,
  { rows, begun }: Pick<Change, 'rows' | 'begun'>,
): Promise<void> {
  const earlier = [...rows.keys()].filter((stream) => begun?.has(stream) !== true);
  if (earlier.length > 0) await connection.query(deleteRows(projection, '= any($1)'), [textArray(earlier)]);
  const columns = Object.entries(projection.columns);
  const streams: string[] = [];
  const values: SqlValue[][] = columns.map(() => []);
  for (const [stream, now] of rows)
    for (const row of now) {
      streams.push(stream);
      for (const [place, [column, type]] of columns.entries())
        values[place]?.push(kept(toSql((row as Record<string, unknown>)[column], type)));
    }
  if (streams.length === 0) return;
  const types = ['text[]', ...columns.map(([, type]) => ARRAY[type])];
  const marks = types.map((type, place) => `$${place + 1}::${type}`).join(', ');
  await connection.query(`${insertInto(projection)} select * from unnest(${marks})`, [
    textArray(streams),
    ...columns.map(([, type], place) => arrayOf(type, values[place] ?? [])),
  ]);
}

const arrayOf = (type: ColumnType, values: readonly SqlValue[]): Buffer =>
  ARRAY[type] === 'text[]' ? textArray(values as (string | null)[]) : bigintArray(values as (number | null)[]);

/** PostgreSQL keeps no NUL in a text; a row model must not stop at one. */
const kept = (value: SqlValue): SqlValue =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
