import { z } from 'zod';
import { Assurance, BenefitEndReason, isReasonCode, OutcomeType, Outcome, WorkForm } from '@uitkomst/domain';
import {
  BasisPoints,
  CaseCents,
  CaseDay,
  choice,
  Hours,
  LadderStep,
  listOf,
  listOrNone,
  maybe,
  Name,
  Note,
  objectOf,
  Percent,
  Truth,
} from './fields.js';

/** What a fact may carry besides its own fields: when it was recorded, the name a retraction calls it by, a remark. */
const unnamed = { rec: CaseDay, note: maybe(Note), id: maybe(Name) };
const named = { ...unnamed, id: Name };

const fact = <const E extends string, S extends z.core.$ZodLooseShape>(e: E, shape: S) =>
  z.strictObject({ e: z.literal(e), ...shape });

const AttributedShares = z
  .record(Name, BasisPoints, { error: 'must name providers and their basis points' })
  .refine(
    (shares) => Object.values(shares).reduce((sum, share) => sum + share, 0) === 10_000,
    'must sum to 10000 basis points',
  );

/** A code that no rule has would be decided on in vain. */
const ReviewedCode = Name.refine(isReasonCode, { error: ({ input }) => `is no code of a rule: ${String(input)}` });

const notBackwards = <S extends z.ZodType<{ readonly from: string; readonly to?: string | undefined }>>(period: S): S =>
  period.refine(({ from, to }) => to === undefined || to >= from, { path: ['to'], error: 'is before from' });

const FACTS = [
  fact('BenefitGranted', { ...named, kind: Name, from: CaseDay }),
  notBackwards(
    fact('BenefitReduced', {
      ...unnamed,
      ref: Name,
      pct: Percent,
      cause: choice(['SANCTION', 'EARNINGS', 'ASSETS', 'OTHER']),
      from: CaseDay,
      to: maybe(CaseDay),
    }),
  ),
  fact('BenefitStopped', { ...unnamed, ref: Name, date: CaseDay, reason: maybe(choice(BenefitEndReason.options)) }),
  notBackwards(fact('ContractRegistered', { ...named, provider: Name, from: CaseDay, to: maybe(CaseDay) })),
  fact('AffiliationRegistered', { ...unnamed, provider: Name, employer: Name, from: CaseDay }),
  fact('TrajectAssigned', { ...named, provider: Name, contract: Name, intake: CaseDay, start: CaseDay }),
  fact('TrajectEnded', { ...unnamed, ref: Name, date: CaseDay, reason: maybe(Name) }),
  fact('ServiceDelivered', { ...unnamed, traject: Name, date: CaseDay, kind: Name }),
  fact('LadderStepAssessed', {
    ...unnamed,
    traject: maybe(Name),
    from_step: LadderStep,
    to_step: LadderStep,
    date: CaseDay,
  }),
  fact('ApplicationStarted', { ...unnamed, job: Name, date: CaseDay, by: choice(['CLIENT', 'PROVIDER', 'OTHER']) }),
  fact('PlacementStarted', {
    ...named,
    employer: Name,
    hirer: maybe(Name),
    date: CaseDay,
    form: choice(WorkForm.options),
    subform: maybe(Name),
    hours: maybe(Hours),
    contractEnd: maybe(CaseDay),
    assurance: maybe(choice(Assurance.options)),
  }),
  fact('PlacementConfirmed', { ...unnamed, ref: Name, source: Name }),
  fact('PlacementEnded', { ...unnamed, ref: Name, date: CaseDay }),
  fact('SelfPlacementConfirmed', { ...unnamed, ref: Name }),
  fact('JobSubsidyStarted', { ...named, job: Name, scheme: Name, payer: maybe(Name), from: CaseDay }),
  fact('JobSubsidyEnded', { ...unnamed, ref: Name, date: CaseDay }),
  fact('ClientStatement', { ...unnamed, job: Name, contribution: choice(['NONE', 'ASSISTED', 'DECISIVE']) }),
  fact('ExternalClaimReported', {
    ...unnamed,
    funder: Name,
    provider: maybe(Name),
    job: Name,
    status: choice(['REPORTED', 'PAID']),
  }),
  fact('AttributionDecided', { ...unnamed, job: Name, shares: AttributedShares }),
  fact('ClaimPaid', { ...unnamed, claim: Name, provider: Name, episode: CaseDay, amount: CaseCents, date: CaseDay }),
  fact('ReviewResolved', {
    ...unnamed,
    claim: Name,
    codes: listOf(ReviewedCode).min(1, 'must name at least one code').max(20, 'names more than 20 codes'),
    result: maybe(choice(['CLOSED', 'FAILED'])),
  }),
  fact('FactRetracted', { ...unnamed, target: Name, reason: maybe(Name) }),
] as const;

/** A name these may have, but money and decisions have reversals of their own and a retraction is not retracted (rulings 3.6). */
export const IRREVOCABLE: ReadonlySet<CaseFact['e']> = new Set([
  'AttributionDecided',
  'ClaimPaid',
  'ReviewResolved',
  'FactRetracted',
]);

const FACT_NAMES: ReadonlySet<string> = new Set(FACTS.map(({ shape }) => shape.e.value));

export const CaseFact = z.discriminatedUnion('e', FACTS, {
  error: (issue) => {
    const { input } = issue as { readonly input?: unknown };
    const kind = typeof input === 'object' && input !== null && 'e' in input ? input.e : undefined;
    if (typeof kind === 'string') return `is no kind of fact: ${kind}`;
    return typeof input === 'object' ? 'is missing' : 'must be a fact: an object';
  },
});
export type CaseFact = z.infer<typeof CaseFact>;
export type CaseFactOf<E extends CaseFact['e']> = Extract<CaseFact, { e: E }>;

export const CaseClaim = objectOf('a claim: an object', {
  id: Name,
  provider: Name,
  traject: maybe(Name),
  job: maybe(Name),
  submitted: CaseDay,
  assertedOutflow: maybe(CaseDay),
  outcomeType: maybe(choice(OutcomeType.options)),
  note: maybe(Note),
});
export type CaseClaim = z.infer<typeof CaseClaim>;

export const Expectation = objectOf('a decision: an object', {
  outcome: choice(Outcome.options),
  until: maybe(CaseDay),
  fail: listOrNone(Name),
  open: listOrNone(Name),
  amount: maybe(CaseCents),
});
export type Expectation = z.infer<typeof Expectation>;

export const CaseCheck = objectOf('a check: an object', {
  c: Name,
  at: CaseDay,
  known: maybe(CaseDay),
  preset: maybe(Name),
  whatIf: maybe(Truth),
  expect: maybe(Expectation),
  note: maybe(Note),
});
export type CaseCheck = z.infer<typeof CaseCheck>;

/** One client's history with claims and the expected decisions (`test/cases`). */
export const CaseFile = objectOf('a case: an object with case, preset, facts, claims and checks', {
  case: Name,
  preset: Name,
  facts: listOf(CaseFact),
  claims: listOf(CaseClaim),
  checks: listOf(CaseCheck).min(1, 'must hold at least one check'),
  note: maybe(Note),
});
export type CaseFile = z.infer<typeof CaseFile>;

/** One change to a base case: all facts of some kinds removed, others added. */
const Mutation = objectOf('a mutation: an object', {
  name: Name,
  remove: listOrNone(Name.refine((kind) => FACT_NAMES.has(kind), 'is no kind of fact')),
  add: listOrNone(CaseFact),
  preset: maybe(Name),
  expect: maybe(Expectation),
  note: maybe(Note),
});
export const MutationsFile = objectOf('a file of mutations', {
  mutations: listOf(Mutation).min(1, 'must hold at least one mutation'),
  note: maybe(Note),
});
export type MutationsFile = z.infer<typeof MutationsFile>;
