import { createHash } from 'node:crypto';
import { closeSqlite, START, type Position } from '@uitkomst/ledger';
import type { Lease } from '../lease.js';
import type { Projection } from '../projection.js';
import { stillBuilding, type Change, type Condition, type Question, type ReadStore } from '../reads.js';
import { inSnapshot, Statements, type ReadsDatabase } from './open-reads.js';
import { inFencedTransaction, keepLease, leaveLease, takeLease } from './sqlite-leases.js';
import { countByOf, createTable, rowOf, rowsInOrder, selectOf, tableOf, whereOf } from './sql.js';
import { tableChange, writeTables } from './writing/table-change.js';
import type { RowsBeside } from './writing/rows-beside.js';

const NO_COLUMN = /no such column/;

/** The read store on one machine: a SQLite file of its own, beside the ledger's. */
export class SqliteReads implements ReadStore {
  private readonly statements: Statements;

  constructor(
    private readonly db: ReadsDatabase,
    private readonly lease?: Lease,
    /** Where many rows are written. */
    private readonly beside?: RowsBeside,
  ) {
    this.statements = new Statements(db);
  }

  fenced(lease: Lease): ReadStore {
    return new SqliteReads(this.db, lease, this.beside);
  }

  takeLease(name: string, holder: string, forMs: number): Promise<Lease | undefined> {
    return takeLease(this.db, { name, holder, forMs });
  }

  keepLease(lease: Lease, forMs: number): Promise<boolean> {
    return keepLease(this.db, lease, forMs);
  }

  leaveLease(lease: Lease): Promise<void> {
    return leaveLease(this.db, lease);
  }

  private writing<T>(work: () => T): T {
    return inFencedTransaction(this.db, this.lease, work);
  }

  async prepare(projection: Projection): Promise<void> {
    const { name, version } = projection;
    this.writing(() => {
      this.db.exec(createTable(projection));
      this.statements
        .of('insert into checkpoint (name, version, position) values (?, ?, ?) on conflict do nothing')
        .run(name, version, START);
      this.statements.of('insert into served (name, version) values (?, ?) on conflict do nothing').run(name, version);
    });
  }

  async checkpoint(name: string, version: number): Promise<Position> {
    const row = this.statements.of('select position from checkpoint where name = ? and version = ?').get(name, version);
    return (row?.['position'] ?? START) as Position;
  }

  async forget({ name, version }: Projection): Promise<void> {
    this.statements.forget();
    this.writing(() => {
      this.db.exec(`drop table if exists ${tableOf(name, version)}`);
      this.statements.of('delete from checkpoint where name = ? and version = ?').run(name, version);
      this.statements.of('delete from served where name = ? and version = ?').run(name, version);
    });
  }

  async write(changes: readonly Change[]): Promise<void> {
    const { lease, beside } = this;
    const writing = { changes: changes.map(tableChange), lease };
    if (beside?.takes(writing.changes) === true) await beside.write(writing);
    else writeTables(this.db, this.statements, writing);
  }

  async served(name: string): Promise<number | undefined> {
    return this.servedNow(name);
  }

  private servedNow(name: string): number | undefined {
    return this.statements.of('select version from served where name = ?').get(name)?.['version'] as number | undefined;
  }

  async serve({ name, version }: Projection): Promise<void> {
    this.writing(() => {
      this.statements.of('update served set version = ? where name = ?').run(version, name);
      const others = this.statements
        .of('select version from checkpoint where name = ? and version <> ?')
        .all(name, version);
      this.statements.of('delete from checkpoint where name = ? and version <> ?').run(name, version);
      this.statements.forget();
      for (const other of others) this.db.exec(`drop table ${tableOf(name, Number(other['version']))}`);
    });
  }

  async select<R extends object>(projection: Projection<R>, question: Question<R> = {}): Promise<readonly R[]> {
    const { columns } = projection;
    const found = this.ofServed(projection, (table) => {
      const { sql, values } = selectOf({ table, columns }, question);
      return this.statements.of(sql).all(...values);
    });
    return found.map((record) => rowOf(columns, record as object) as R);
  }

  async count<R extends object>(projection: Projection<R>, where?: readonly Condition<R>[]): Promise<number> {
    const { sql, values } = whereOf(where);
    const found = this.ofServed(projection, (table) =>
      this.statements.of(`select count(*) as n from ${table}${sql}`).get(...values),
    );
    return Number(found?.['n']);
  }

  async countBy<R extends object>(
    projection: Projection<R>,
    column: keyof R & string,
    where?: readonly Condition<R>[],
  ): Promise<ReadonlyMap<string, number>> {
    const { sql, values } = whereOf(where);
    const found = this.ofServed(projection, (table) =>
      this.statements.of(countByOf(table, column, sql)).all(...values),
    );
    return new Map(found.map((row) => [String(row['value']), Number(row['number'])]));
  }

  /** Asks the table readers see now; it is looked up in each snapshot, because another version may have taken its place. */
  private ofServed<T>(projection: Projection, question: (table: string) => T): T {
    return inSnapshot(this.db, () => {
      const served = this.servedNow(projection.name) ?? projection.version;
      try {
        return question(tableOf(projection.name, served));
      } catch (error) {
        throw served !== projection.version && NO_COLUMN.test(String(error)) ? stillBuilding(projection, error) : error;
      }
    });
  }

  async hash(projection: Projection): Promise<string> {
    const hash = createHash('sha256');
    for (const row of this.db.prepare(rowsInOrder(projection)).iterate())
      hash.update(`${JSON.stringify(Object.values(row as object))}\n`);
    return hash.digest('hex');
  }

  async cursor(process: string): Promise<Position> {
    const row = this.statements.of('select position from cursor where process = ?').get(process);
    return (row?.['position'] ?? START) as Position;
  }

  moveCursor(process: string, to: Position): Promise<void> {
    return this.moveCursors({ [process]: to });
  }

  async moveCursors(moves: Readonly<Record<string, number>>): Promise<void> {
    const move = this.statements.of(
      'insert into cursor (process, position) values (?, ?) on conflict (process) do update set position = excluded.position',
    );
    this.writing(() => {
      for (const [process, to] of Object.entries(moves)) move.run(process, to);
    });
  }

  async close(): Promise<void> {
    await this.beside?.close();
    this.statements.forget();
    closeSqlite(this.db);
  }
}
