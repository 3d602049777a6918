import { ProviderId } from '@uitkomst/domain';
import type { CaseClaim, CaseFact } from '../files/case-file.js';
import type { CaseToRun } from '../files/read-case-file.js';
import { orderedIdOf } from './case-ids.js';

/** The fields in which an organisation stands: one that is a provider may be an employer or a payer elsewhere in the file. */
const PARTIES: ReadonlySet<string> = new Set(['provider', 'employer', 'hirer', 'payer', 'funder']);

/**
 * The odd cent of equal shares goes by provider id, ascending (rules 3.6). Names that are no ids get ids that are made of a hash
 * and would stand in any order, so in a file with such a provider all providers get ids in the order of their names.
 */
export function withOrderedParties(file: CaseToRun): CaseToRun {
  const names = new Set([...file.facts.flatMap(providersIn), ...file.claims.flatMap(providersIn)]);
  if ([...names].every((name) => ProviderId.safeParse(name).success)) return file;
  const ids = new Map([...names].toSorted().map((name, rank) => [name, orderedIdOf(name, rank)]));
  const idOf = (name: string): string => ids.get(name) ?? name;
  return {
    ...file,
    facts: file.facts.map((fact) => renamed(fact, idOf)),
    claims: file.claims.map((claim) => renamed(claim, idOf)),
  };
}

function providersIn(part: CaseFact | CaseClaim): readonly string[] {
  if ('shares' in part) return Object.keys(part.shares);
  return 'provider' in part && part.provider !== undefined ? [part.provider] : [];
}

/** The same fact or claim with other names in the places of organisations. */
function renamed<T extends CaseFact | CaseClaim>(part: T, idOf: (name: string) => string): T {
  const fields = Object.entries(part).map(([field, value]: [string, unknown]) => [
    field,
    PARTIES.has(field) && typeof value === 'string' ? idOf(value) : value,
  ]);
  const other = Object.fromEntries(fields) as T;
  if (!('shares' in other)) return other;
  const shares = Object.entries(other.shares).map(([name, share]) => [idOf(name), share]);
  return { ...other, shares: Object.fromEntries(shares) as object };
}
