import type { ColumnType, Projection } from '../projection.js';
import type { Condition, Question } from '../reads.js';

export type SqlValue = string | number | null;

/** Where two engines say the same differently. */
export interface Dialect {
  readonly types: Readonly<Record<ColumnType, string>>;
  /** How a table says that it takes no other types. */
  readonly strict: string;
  /** What is unknown comes first, as the engine would put it or made so. */
  readonly ascending: string;
  readonly descending: string;
  readonly unlimited: number | null;
  readonly mark: (place: number) => string;
}

const SQLITE: Dialect = {
  types: { text: 'text', integer: 'integer', boolean: 'integer', json: 'text' },
  strict: ' strict',
  ascending: '',
  descending: ' desc',
  unlimited: -1,
  mark: () => '?',
};

export const POSTGRES: Dialect = {
  types: { text: 'text collate "C"', integer: 'bigint', boolean: 'bigint', json: 'text' },
  strict: '',
  ascending: ' nulls first',
  descending: ' desc nulls last',
  unlimited: null,
  mark: (place) => `$${place}`,
};

const quoted = (name: string): string => {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) throw new RangeError(`Not a name of a table or column: ${name}`);
  return `"${name}"`;
};
const list = (names: readonly string[]): string => names.map(quoted).join(', ');

export const tableOf = (name: string, version: number): string => quoted(`${name}_v${version}`);

/** Every table also names the stream its rows follow from, so that they can be replaced together. */
export function createTable(
  { name, version, columns, primaryKey, indexes }: Projection,
  { types, strict, ascending }: Dialect = SQLITE,
): string {
  const table = tableOf(name, version);
  const fields = Object.entries(columns).map(([column, type]) => `${quoted(column)} ${types[type]}`);
  const parts = ['"stream$" text not null', ...fields, `primary key (${list(primaryKey)})`];
  const index = (columnList: string, n: number) =>
    `create index if not exists ${quoted(`${name}_v${version}_${n}`)} on ${table} (${columnList});`;
  const ordered = (names: readonly string[]) => names.map((column) => quoted(column) + ascending).join(', ');
  const all = ['"stream$"', ...indexes.map(ordered)];
  return `create table if not exists ${table} (${parts.join(', ')})${strict}; ${all.map(index).join(' ')}`;
}

export const insertInto = ({ name, version, columns }: Projection): string =>
  `insert into ${tableOf(name, version)} ("stream$", ${list(Object.keys(columns))})`;

/** Of streams: `= ?` or `= any(…)`, as the engine can. */
export const deleteRows = ({ name, version }: Projection, ofStreams: string): string =>
  `delete from ${tableOf(name, version)} where "stream$" ${ofStreams}`;

export const rowsInOrder = ({ name, version, columns, primaryKey }: Projection): string =>
  `select ${list(Object.keys(columns))} from ${tableOf(name, version)} order by ${list(primaryKey)}`;

const plain = (value: string | number | boolean): SqlValue => (typeof value === 'boolean' ? Number(value) : value);

/** Values as they are marked in the text, in its order. */
class Marks {
  readonly values: SqlValue[] = [];

  constructor(private readonly dialect: Dialect) {}

  mark(value: SqlValue): string {
    this.values.push(value);
    return this.dialect.mark(this.values.length);
  }
}

/** Signs that would stand for others stand for themselves. */
const escaped = (text: string): string => text.replaceAll(/[!%_]/g, '!$&');

function condition<R extends object>(asked: Condition<R>, marks: Marks): string {
  const column = quoted(asked.column);
  if ('value' in asked) return `${column} ${asked.is} ${marks.mark(plain(asked.value))}`;
  if ('text' in asked) return `${column} like ${marks.mark(`%${escaped(asked.text)}%`)} escape '!'`;
  if ('values' in asked) return `${column} in (${asked.values.map((value) => marks.mark(value)).join(', ') || 'null'})`;
  return `${column} is ${asked.is === 'known' ? 'not null' : 'null'}`;
}

interface Asked {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

const conditions = <R extends object>(where: readonly Condition<R>[], marks: Marks): string =>
  where.length === 0 ? '' : ` where ${where.map((each) => condition(each, marks)).join(' and ')}`;

export function whereOf<R extends object>(where: readonly Condition<R>[] = [], dialect: Dialect = SQLITE): Asked {
  const marks = new Marks(dialect);
  return { sql: conditions(where, marks), values: marks.values };
}

export function selectOf<R extends object>(
  from: { readonly table: string; readonly columns: Projection<R>['columns'] },
  { where = [], orderBy = [], limit, offset }: Question<R>,
  dialect: Dialect = SQLITE,
): Asked {
  const marks = new Marks(dialect);
  const sql = conditions(where, marks);
  const order = orderBy.map(
    ({ column, descending }) => quoted(column) + (descending ? dialect.descending : dialect.ascending),
  );
  const ordered = order.length === 0 ? '' : ` order by ${order.join(', ')}`;
  const paged =
    limit === undefined && offset === undefined
      ? ''
      : ` limit ${marks.mark(limit ?? dialect.unlimited)} offset ${marks.mark(offset ?? 0)}`;
  return {
    sql: `select ${list(Object.keys(from.columns))} from ${from.table}${sql}${ordered}${paged}`,
    values: marks.values,
  };
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
