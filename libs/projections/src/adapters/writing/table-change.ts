import type { Position } from '@uitkomst/ledger';
import type { Lease } from '../../lease.js';
import { CheckpointMoved, type Change } from '../../reads.js';
import type { ReadsDatabase, Statements } from '../open-reads.js';
import { inFencedTransaction } from '../sqlite-leases.js';
import { deleteRows, insertInto, toSql, type SqlValue } from '../sql.js';

/** What a change writes, as the values of its table: it can be handed to another thread. */
export interface TableChange {
  readonly name: string;
  readonly version: number;
  readonly from: Position;
  readonly to: Position;
  readonly remove: string;
  readonly insert: string;
  /** Streams whose earlier rows go first. */
  readonly earlier: readonly string[];
  /** The stream and the columns of each row. */
  readonly rows: readonly (readonly SqlValue[])[];
}

export function tableChange({ projection, from, to, rows, begun }: Change): TableChange {
  const { name, version, columns } = projection;
  const types = Object.entries(columns);
  const values: SqlValue[][] = [];
  for (const [stream, now] of rows)
    for (const row of now)
      values.push([stream, ...types.map(([column, type]) => toSql((row as Record<string, unknown>)[column], type))]);
  const marks = ['?', ...types.map(() => '?')].join(', ');
  return {
    name,
    version,
    from,
    to,
    remove: deleteRows(projection, '= ?'),
    insert: `${insertInto(projection)} values (${marks})`,
    earlier: [...rows.keys()].filter((stream) => begun?.has(stream) !== true),
    rows: values,
  };
}

/** Rows and checkpoints of all of them in one transaction, or nothing. */
export function writeTables(
  db: ReadsDatabase,
  statements: Statements,
  { changes, lease }: { readonly changes: readonly TableChange[]; readonly lease: Lease | undefined },
): void {
  inFencedTransaction(db, lease, () => {
    for (const change of changes) writeTable(statements, change);
  });
}

function writeTable(statements: Statements, change: TableChange): void {
  const { name, version, from, to } = change;
  const moved = statements
    .of('update checkpoint set position = ? where name = ? and version = ? and position = ?')
    .run(to, name, version, from);
  if (moved.changes !== 1) throw new CheckpointMoved(`${name} v${version} is no longer at ${from}`);
  const remove = statements.of(change.remove);
  for (const stream of change.earlier) remove.run(stream);
  const insert = statements.of(change.insert);
  for (const values of change.rows) insert.run(...values);
}
