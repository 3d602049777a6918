/** A root that the first so many leaves are known to have had. */
export interface Mark {
  readonly size: number;
  readonly root: Buffer;
  readonly place: string;
  /** The ledger's own, or held by somebody else: then another root is another history. */
  readonly own: boolean;
}

export const bySize = (marks: readonly Mark[]): readonly Mark[] =>
  marks.toSorted((left, right) => left.size - right.size || Number(right.own) - Number(left.own));
