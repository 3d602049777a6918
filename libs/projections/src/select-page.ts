import type { Projection } from './projection.js';
import type { Question, ReadStore } from './reads.js';

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
