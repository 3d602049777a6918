import type { CaseFact, CaseFile, FactOf } from './case-file.js';
import { dayOf, type Day } from './days.js';

/** Something that runs from a day on; `end` is the first day on which it no longer does, absent while it runs. */
export interface Spell {
  id: string;
  from: Day;
  end?: Day;
}

/** A reduction of a benefit. */
export interface Reduction {
  pct: number;
  cause: string;
  from: Day;
  to: Day;
}

/** A benefit as seen. */
export interface Benefit extends Spell {
  kind: string;
  reason?: string;
  reductions: Reduction[];
}

/** Public money on a job. */
export interface Subsidy extends Spell {
  job: string;
  scheme: string;
}

/** A placement as seen. */
export interface Job extends Spell {
  employer: string;
  hirer?: string;
  form: string;
  hours?: number;
  contractEnd?: Day;
  proven: boolean;
  selfConfirmed: boolean;
}

/** A traject as seen. */
export interface Traject extends Spell {
  provider: string;
  contract: string;
  intake: Day;
}

/** Everything of one case that exists at a business date with the knowledge of another. */
export interface Seen {
  at: Day;
  benefits: Benefit[];
  subsidies: Subsidy[];
  jobs: Job[];
  trajects: Traject[];
  of: <Kind extends CaseFact['e']>(kind: Kind) => FactOf<Kind>[];
}

const REGISTRIES = new Set(['UWV_POLIS', 'INLICHTINGENBUREAU']);

/** Whether something runs on a day. */
export function runs(spell: Spell, day: Day): boolean {
  return spell.from <= day && (spell.end === undefined || day < spell.end);
}

/** Later recorded first; on one day the later date first. */
function laterFirst(one: { rec: string; date: string }, other: { rec: string; date: string }): number {
  return dayOf(other.rec) - dayOf(one.rec) || dayOf(other.date) - dayOf(one.date);
}

function visibleFacts(facts: CaseFact[], known: Day): CaseFact[] {
  const recorded = facts.filter((fact) => dayOf(fact.rec) <= known);
  const hidden = (fact: CaseFact): boolean =>
    'id' in fact &&
    recorded.some(
      (other) => other.e === 'FactRetracted' && other.target === fact.id && dayOf(fact.rec) <= dayOf(other.rec),
    );
  return recorded.filter((fact) => !hidden(fact));
}

type EndFact = FactOf<'BenefitStopped' | 'TrajectEnded' | 'PlacementEnded' | 'JobSubsidyEnded'>;

/** The end that holds: chosen among all visible ones, and only then cut at the business date. */
function endFor<Fact extends EndFact>(ends: Fact[], id: string, at: Day): Fact | undefined {
  const [holds] = ends.filter((end) => end.ref === id).toSorted(laterFirst);
  return holds && dayOf(holds.date) <= at ? holds : undefined;
}

const ended = (end: EndFact | undefined): { end?: Day } => (end ? { end: dayOf(end.date) } : {});

function subsidySeen({ of, at }: Pick<Seen, 'of' | 'at'>, start: FactOf<'JobSubsidyStarted'>): Subsidy {
  const { id, job, scheme, from } = start;
  return { id, job, scheme, from: dayOf(from), ...ended(endFor(of('JobSubsidyEnded'), id, at)) };
}

function trajectSeen({ of, at }: Pick<Seen, 'of' | 'at'>, assigned: FactOf<'TrajectAssigned'>): Traject {
  const { id, provider, contract, intake, start } = assigned;
  const end = ended(endFor(of('TrajectEnded'), id, at));
  return { id, provider, contract, intake: dayOf(intake), from: dayOf(start), ...end };
}

function benefitSeen({ of, at }: Pick<Seen, 'of' | 'at'>, grant: FactOf<'BenefitGranted'>): Benefit {
  const stop = endFor(of('BenefitStopped'), grant.id, at);
  const reductions = of('BenefitReduced')
    .filter((reduction) => reduction.ref === grant.id && dayOf(reduction.from) <= at)
    .map(({ pct, cause, from, to }) => ({
      pct,
      cause,
      from: dayOf(from),
      to: to === undefined ? Infinity : dayOf(to),
    }));
  const reason = stop?.reason === undefined ? {} : { reason: stop.reason };
  return { id: grant.id, kind: grant.kind, from: dayOf(grant.from), ...ended(stop), ...reason, reductions };
}

function jobSeen({ of, at }: Pick<Seen, 'of' | 'at'>, start: FactOf<'PlacementStarted'>): Job {
  const selfConfirmed = of('SelfPlacementConfirmed').some((fact) => fact.ref === start.id);
  return {
    id: start.id,
    from: dayOf(start.date),
    ...ended(endFor(of('PlacementEnded'), start.id, at)),
    employer: start.employer,
    ...(start.hirer === undefined ? {} : { hirer: start.hirer }),
    form: start.form,
    ...(start.hours === undefined ? {} : { hours: start.hours }),
    ...(start.contractEnd === undefined ? {} : { contractEnd: dayOf(start.contractEnd) }),
    proven:
      start.assurance === 'THIRD_PARTY' ||
      start.assurance === 'AUTHORITATIVE' ||
      of('PlacementConfirmed').some((fact) => fact.ref === start.id && REGISTRIES.has(fact.source)) ||
      (start.form === 'SELF' && selfConfirmed),
    selfConfirmed,
  };
}

/** What of a case is seen at `at` with the knowledge of `known` (rules 3.6, "What is seen"). */
export function see(file: CaseFile, at: Day, known: Day): Seen {
  const visible = visibleFacts(file.facts, known);
  const of = <Kind extends CaseFact['e']>(kind: Kind): FactOf<Kind>[] =>
    visible.filter((fact): fact is FactOf<Kind> => fact.e === kind);
  const happened = (spell: Spell): boolean => spell.from <= at;
  // Ended with effect from its first day (or earlier) it had no day at all: no day is funded by it (rules 3.1).
  const hadDays = (spell: Spell): boolean => happened(spell) && (spell.end === undefined || spell.end > spell.from);
  return {
    at,
    of,
    benefits: of('BenefitGranted')
      .map((grant) => benefitSeen({ of, at }, grant))
      .filter(hadDays),
    subsidies: of('JobSubsidyStarted')
      .map((start) => subsidySeen({ of, at }, start))
      .filter(hadDays),
    jobs: of('PlacementStarted')
      .map((start) => jobSeen({ of, at }, start))
      .filter(happened),
    trajects: of('TrajectAssigned')
      .map((assigned) => trajectSeen({ of, at }, assigned))
      .filter(happened),
  };
}
