import type { Position } from '@uitkomst/ledger';
import type { Lease, Leases } from './lease.js';
import type { Projection } from './projection.js';

export type Condition<R extends object> =
  | {
      readonly column: keyof R & string;
      readonly is: '=' | '<' | '<=' | '>' | '>=';
      readonly value: string | number | boolean;
    }
  | { readonly column: keyof R & string; readonly is: 'holds'; readonly text: string }
  | { readonly column: keyof R & string; readonly is: 'in'; readonly values: readonly (string | number)[] }
  | { readonly column: keyof R & string; readonly is: 'known' | 'unknown' };

/** What is asked of a table: the same on every engine, so that no SQL leaks. All conditions hold together. */
export interface Question<R extends object> {
  readonly where?: readonly Condition<R>[];
  readonly orderBy?: readonly { readonly column: keyof R & string; readonly descending?: boolean }[];
  readonly limit?: number;
  readonly offset?: number;
}

/** What one batch of events makes of one projection: new rows for each touched stream, and how far it now is. */
export interface Change {
  readonly projection: Projection;
  readonly from: Position;
  readonly to: Position;
  /** All rows of each stream; they replace the earlier ones. */
  readonly rows: ReadonlyMap<string, readonly object[]>;
  /** The streams that begin here: there is nothing of theirs to replace. */
  readonly begun?: ReadonlySet<string>;
}

/** Another runner moved the checkpoint: this one's batch is not written. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
}

/** The read store does not answer: what was asked may be asked again. */
export class ReadsUnavailable extends Error {
  override readonly name = 'ReadsUnavailable';
}

/** An earlier program's version is still served and lacks what this one reads; its own is being built beside it. */
export const stillBuilding = ({ name, version }: Projection, cause: unknown): ReadsUnavailable =>
  new ReadsUnavailable(`Version ${version} of ${name} is still being built`, { cause });

/** Where projections keep their rows. It may be thrown away: everything in it follows from the ledger. */
export interface ReadStore extends Leases {
  /** Makes table and checkpoint where absent; the first version of a name is served at once. */
  prepare(projection: Projection): Promise<void>;
  checkpoint(name: string, version: number): Promise<Position>;
  /** Throws this version away, table and checkpoint: `prepare` begins anew. */
  forget(projection: Projection): Promise<void>;
  /** All rows and all checkpoints in one transaction, or nothing. */
  write(changes: readonly Change[]): Promise<void>;
  /** The version readers see. */
  served(name: string): Promise<number | undefined>;
  /** Readers see this version from here on; every other version of the name is dropped, in one transaction. */
  serve(projection: Projection): Promise<void>;
  select<R extends object>(projection: Projection<R>, question?: Question<R>): Promise<readonly R[]>;
  count<R extends object>(projection: Projection<R>, where?: readonly Condition<R>[]): Promise<number>;
  /** How many rows there are of each value of a column. */
  countBy<R extends object>(
    projection: Projection<R>,
    column: keyof R & string,
    where?: readonly Condition<R>[],
  ): Promise<ReadonlyMap<string, number>>;
  /** SHA-256 over all rows of this version in the order of their key: equal wherever the same events were folded. */
  hash(projection: Projection): Promise<string>;
  /** How far a process (the sweep) has come; START when it never ran. */
  cursor(process: string): Promise<Position>;
  moveCursor(process: string, to: Position): Promise<void>;
  /** Several at once, all or nothing: how far a process has come, and what it counted on the way. */
  moveCursors(moves: Readonly<Record<string, number>>): Promise<void>;
  /** The same store, whose every write is refused with LeaseLost once another holds the lease: checked where it is written. */
  fenced(lease: Lease): ReadStore;
  close(): Promise<void>;
}

/** Some rows of a list, and how many there are in all. */
export interface RowPage<R> {
  readonly count: number;
  readonly rows: readonly R[];
}

export async function selectPage<R extends object>(
  reads: ReadStore,
  projection: Projection<R>,
  question: Question<R>,
): Promise<RowPage<R>> {
  const count = await reads.count(projection, question.where);
  return { count, rows: await reads.select(projection, question) };
}
