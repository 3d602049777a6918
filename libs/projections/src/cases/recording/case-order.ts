import type { CaseFact } from '../files/case-file.js';

/**
 * The order in which a case is recorded. The order of facts in the file means nothing, and the day is the resolution of a case,
 * so within a day it is such that every fact finds what it is about: starts before ends, of two ends the later date last (it
 * holds), the statement NONE last (it wins), retractions after whatever they hide (rules 3.6).
 */
export function inOrder(facts: readonly CaseFact[]): readonly CaseFact[] {
  const keyed = facts.map((fact) => ({ fact, key: `${fact.rec} ${rank(fact)} ${dateOf(fact)} ${contentOf(fact)}` }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ fact }) => fact);
}

function rank(fact: CaseFact): number {
  switch (fact.e) {
    case 'BenefitGranted':
    case 'ContractRegistered':
    case 'AffiliationRegistered':
    case 'TrajectAssigned':
    case 'PlacementStarted':
    case 'JobSubsidyStarted':
      return 0;
    case 'BenefitReduced':
    case 'ServiceDelivered':
    case 'LadderStepAssessed':
    case 'ApplicationStarted':
    case 'PlacementConfirmed':
    case 'SelfPlacementConfirmed':
    case 'ExternalClaimReported':
    case 'ClaimPaid':
      return 1;
    case 'BenefitStopped':
    case 'TrajectEnded':
    case 'PlacementEnded':
    case 'JobSubsidyEnded':
      return 2;
    case 'ClientStatement':
      return fact.contribution === 'NONE' ? 4 : 3;
    case 'AttributionDecided':
    case 'ReviewResolved':
      return 5;
    case 'FactRetracted':
      return 6;
    default:
      return fact satisfies never;
  }
}

const dateOf = (fact: CaseFact): string =>
  'date' in fact ? fact.date : 'start' in fact ? fact.start : 'from' in fact ? fact.from : '';

/** Two facts that say the same may stand in either order; any others are told apart. */
const contentOf = (fact: CaseFact): string =>
  JSON.stringify(Object.entries(fact).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** The facts of each day, in their order. */
export function byDay(facts: readonly CaseFact[]): ReadonlyMap<string, readonly CaseFact[]> {
  const days = new Map<string, CaseFact[]>();
  for (const fact of facts) {
    const ofDay = days.get(fact.rec);
    if (ofDay) ofDay.push(fact);
    else days.set(fact.rec, [fact]);
  }
  return days;
}
