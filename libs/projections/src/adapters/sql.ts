import type { ColumnType, Projection } from '../projection.js';
import type { Condition, Question } from '../reads.js';

export type SqlValue = string | number | null;

const SQL_TYPE: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'integer',
  boolean: 'integer',
  json: 'text',
};

const quoted = (name: string): string => {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) throw new RangeError(`Not a name of a table or column: ${name}`);
  return `"${name}"`;
};
const list = (names: readonly string[]): string => names.map(quoted).join(', ');

export const tableOf = (name: string, version: number): string => quoted(`${name}_v${version}`);

/** Every table also names the stream its rows follow from, so that they can be replaced together. */
export function createTable({ name, version, columns, primaryKey, indexes }: Projection): string {
  const table = tableOf(name, version);
  const fields = Object.entries(columns).map(([column, type]) => `${quoted(column)} ${SQL_TYPE[type]}`);
  const parts = ['"stream$" text not null', ...fields, `primary key (${list(primaryKey)})`];
  const index = (columnList: string, n: number) =>
    `create index if not exists ${quoted(`${name}_v${version}_${n}`)} on ${table} (${columnList});`;
  const all = ['"stream$"', ...indexes.map(list)];
  return `create table if not exists ${table} (${parts.join(', ')}) strict; ${all.map(index).join(' ')}`;
}

export function insertRow({ name, version, columns }: Projection): string {
  const names = Object.keys(columns);
  const marks = ['?', ...names.map(() => '?')].join(', ');
  return `insert into ${tableOf(name, version)} ("stream$", ${list(names)}) values (${marks})`;
}

export const deleteRows = ({ name, version }: Projection): string =>
  `delete from ${tableOf(name, version)} where "stream$" = ?`;

export const rowsInOrder = ({ name, version, columns, primaryKey }: Projection): string =>
  `select ${list(Object.keys(columns))} from ${tableOf(name, version)} order by ${list(primaryKey)}`;

const plain = (value: string | number | boolean): SqlValue => (typeof value === 'boolean' ? Number(value) : value);

function condition<R extends object>(
  asked: Condition<R>,
): { readonly sql: string; readonly values: readonly SqlValue[] } {
  const column = quoted(asked.column);
  if ('value' in asked) return { sql: `${column} ${asked.is} ?`, values: [plain(asked.value)] };
  if ('values' in asked)
    return { sql: `${column} in (${asked.values.map(() => '?').join(', ')})`, values: asked.values };
  return { sql: `${column} is ${asked.is === 'known' ? 'not null' : 'null'}`, values: [] };
}

interface Asked {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export function whereOf<R extends object>(conditions: readonly Condition<R>[] = []): Asked {
  if (conditions.length === 0) return { sql: '', values: [] };
  const parts = conditions.map(condition);
  return { sql: ` where ${parts.map(({ sql }) => sql).join(' and ')}`, values: parts.flatMap(({ values }) => values) };
}

export function selectOf<R extends object>(table: string, { where, orderBy, limit, offset }: Question<R>): Asked {
  const { sql, values } = whereOf(where);
  const order = (orderBy ?? []).map(({ column, descending }) => `${quoted(column)}${descending ? ' desc' : ''}`);
  const ordered = order.length === 0 ? '' : ` order by ${order.join(', ')}`;
  const paged = limit === undefined && offset === undefined ? '' : ' limit ? offset ?';
  const page = paged === '' ? [] : [limit ?? -1, offset ?? 0];
  return { sql: `select * from ${table}${sql}${ordered}${paged}`, values: [...values, ...page] };
}

export const countByOf = (table: string, column: string, where: string): string =>
  `select ${quoted(column)} as value, count(*) as number from ${table}${where} group by 1 order by 1`;

/** What is absent from a row is NULL in its table, and the other way round. */
export function toSql(value: unknown, type: ColumnType): SqlValue {
  if (value === undefined || value === null) return null;
  if (type === 'json') return JSON.stringify(value);
  if (type === 'boolean') return value === true ? 1 : 0;
  return value as SqlValue;
}

const fromSql = (value: unknown, type: ColumnType): unknown => {
  if (type === 'json') return JSON.parse(value as string);
  return type === 'boolean' ? value === 1 : value;
};

export function rowOf(columns: Readonly<Record<string, ColumnType>>, record: object): object {
  const row: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(record)) {
    const type = columns[column];
    if (type !== undefined && value !== null) row[column] = fromSql(value, type);
  }
  return row;
}
