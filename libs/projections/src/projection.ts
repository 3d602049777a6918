import type { Terms } from '@uitkomst/domain';
import type { RecordedEvent } from '@uitkomst/ledger';

/** What is known of one stream: a pure fold of its events. `evolve` is total: it never throws on a recorded event. */
export interface StreamFold<S> {
  /** Whether the stream's events matter at all. */
  follows(stream: string): boolean;
  initial(stream: string): S;
  evolve(state: S, event: RecordedEvent): S;
}

export type ColumnType = 'text' | 'integer' | 'boolean' | 'json';

/** The definition sets of a municipality, as terms that hold nothing else. */
export type DefinitionsOf = (municipality: string) => Terms;

/**
 * One table of a read store: which rows follow from what is known of one stream. Rows depend on nothing else but published definition
 * sets, which are never edited, so a rebuild gives the same.
 */
export interface Projection<R extends object = object> {
  readonly name: string;
  /** Raised when rows would come out differently: the new version is built beside the old one and then takes its place. */
  readonly version: number;
  readonly fold: StreamFold<unknown>;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly primaryKey: readonly string[];
  readonly indexes: readonly (readonly string[])[];
  rows(state: unknown, stream: string, definitionsOf: DefinitionsOf): readonly R[];
}

interface Definition<S, R extends object> {
  readonly name: string;
  readonly version: number;
  readonly fold: StreamFold<S>;
  readonly columns: { readonly [C in keyof Required<R>]: ColumnType };
  readonly primaryKey: readonly (keyof R & string)[];
  readonly indexes?: readonly (readonly (keyof R & string)[])[];
  rows(state: S, stream: string, definitionsOf: DefinitionsOf): readonly R[];
}

/** Declares a projection with its rows' type checked against its columns. */
export function defineProjection<S, R extends object>(definition: Definition<S, R>): Projection<R> {
  return {
    ...definition,
    indexes: definition.indexes ?? [],
    rows: (state, stream, definitionsOf) => definition.rows(state as S, stream, definitionsOf),
  };
}
