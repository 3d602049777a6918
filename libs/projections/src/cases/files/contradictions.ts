import type { CaseFact, CaseFactOf } from './case-file.js';

/** What a fact says that, beside the others, cannot be meant: the order of a file means nothing, so nothing tells which holds. */
export interface Contradiction {
  readonly field: string;
  readonly reason: string;
}

/** How a fact contradicts those before it, if it does. */
export function contradictionIn(fact: CaseFact, facts: readonly CaseFact[]): Contradiction | undefined {
  if (fact.e === 'AttributionDecided') return attributedOtherwise(fact, facts);
  return fact.e === 'FactRetracted' ? retractsSeveral(fact, facts) : undefined;
}

/** Names of one kind may come back, as when a fact is corrected; of two kinds nobody knows which is retracted. */
function retractsSeveral(
  { target }: CaseFactOf<'FactRetracted'>,
  facts: readonly CaseFact[],
): Contradiction | undefined {
  const kinds = [...new Set(facts.filter(({ id }) => id === target).map(({ e }) => e))];
  return kinds.length > 1 ? { field: 'target', reason: `is the id of ${kinds.join(' and of ')}` } : undefined;
}

function attributedOtherwise(
  fact: CaseFactOf<'AttributionDecided'>,
  facts: readonly CaseFact[],
): Contradiction | undefined {
  const { job, rec } = fact;
  const earlier = facts
    .slice(0, facts.indexOf(fact))
    .some((other) => other.e === fact.e && other.job === job && other.rec === rec && !sameShares(other, fact));
  return earlier ? { field: 'shares', reason: `differ from those decided for ${job} on the same day` } : undefined;
}

type Shared = Pick<CaseFactOf<'AttributionDecided'>, 'shares'>;

/** Both sum to the whole, so those that one lacks are nothing. */
const sameShares = (one: Shared, other: Shared): boolean =>
  Object.entries(one.shares).every(([provider, share]) => (other.shares[provider] ?? 0) === share);
