import { z } from 'zod';
import { Assurance, BenefitEndReason, OutcomeType, Outcome, WorkForm } from '@uitkomst/domain';
import {
  BasisPoints,
  CaseCents,
  CaseDay,
  choice,
  Hours,
  LadderStep,
  listOf,
  Name,
  Note,
  objectOf,
  Percent,
  Truth,
} from './fields.js';

/** What a fact may carry besides its own fields: when it was recorded, the name a retraction calls it by, a remark. */
const common = { rec: CaseDay, note: Note.optional() };
const named = { ...common, id: Name };
const unnamed = { ...common, id: Name.optional() };

const fact = <const E extends string, S extends z.core.$ZodLooseShape>(e: E, shape: S) =>
  z.strictObject({ e: z.literal(e), ...shape });

const AttributedShares = z
  .record(Name, BasisPoints, { error: 'must name providers and their basis points' })
  .refine(
    (shares) => Object.values(shares).reduce((sum, share) => sum + share, 0) === 10_000,
    'must sum to 10000 basis points',
  );

const FACTS = [
  fact('BenefitGranted', { ...named, kind: Name, from: CaseDay }),
  fact('BenefitReduced', {
    ...unnamed,
    ref: Name,
    pct: Percent,
    cause: choice(['SANCTION', 'EARNINGS', 'ASSETS', 'OTHER']),
    from: CaseDay,
    to: CaseDay.optional(),
  }),
  fact('BenefitStopped', { ...unnamed, ref: Name, date: CaseDay, reason: choice(BenefitEndReason.options).optional() }),
  fact('ContractRegistered', { ...named, provider: Name, from: CaseDay, to: CaseDay.optional() }),
  fact('AffiliationRegistered', { ...common, provider: Name, employer: Name, from: CaseDay }),
  fact('TrajectAssigned', { ...named, provider: Name, contract: Name, intake: CaseDay, start: CaseDay }),
  fact('TrajectEnded', { ...unnamed, ref: Name, date: CaseDay, reason: Name.optional() }),
  fact('ServiceDelivered', { ...unnamed, traject: Name, date: CaseDay, kind: Name }),
  fact('LadderStepAssessed', {
    ...unnamed,
    traject: Name.optional(),
    from_step: LadderStep,
    to_step: LadderStep,
    date: CaseDay,
  }),
  fact('ApplicationStarted', { ...unnamed, job: Name, date: CaseDay, by: choice(['CLIENT', 'PROVIDER', 'OTHER']) }),
  fact('PlacementStarted', {
    ...named,
    employer: Name,
    hirer: Name.optional(),
    date: CaseDay,
    form: choice(WorkForm.options),
    subform: Name.optional(),
    hours: Hours.optional(),
    contractEnd: CaseDay.optional(),
    assurance: choice(Assurance.options).optional(),
  }),
  fact('PlacementConfirmed', { ...unnamed, ref: Name, source: Name }),
  fact('PlacementEnded', { ...unnamed, ref: Name, date: CaseDay }),
  fact('SelfPlacementConfirmed', { ...unnamed, ref: Name }),
  fact('JobSubsidyStarted', { ...named, job: Name, scheme: Name, payer: Name.optional(), from: CaseDay }),
  fact('JobSubsidyEnded', { ...unnamed, ref: Name, date: CaseDay }),
  fact('ClientStatement', { ...unnamed, job: Name, contribution: choice(['NONE', 'ASSISTED', 'DECISIVE']) }),
  fact('ExternalClaimReported', {
    ...unnamed,
    funder: Name,
    provider: Name.optional(),
    job: Name,
    status: choice(['REPORTED', 'PAID']),
  }),
  fact('AttributionDecided', { ...common, job: Name, shares: AttributedShares }),
  fact('ClaimPaid', { ...common, claim: Name, provider: Name, episode: CaseDay, amount: CaseCents, date: CaseDay }),
  fact('ReviewResolved', {
    ...common,
    claim: Name,
    codes: listOf(Name).min(1, 'must name at least one code').max(20, 'names more than 20 codes'),
    result: choice(['CLOSED', 'FAILED']).optional(),
  }),
  fact('FactRetracted', { ...common, target: Name, reason: Name.optional() }),
] as const;

export const FACT_NAMES: readonly string[] = FACTS.map(({ shape }) => shape.e.value);

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
  traject: Name.optional(),
  job: Name.optional(),
  submitted: CaseDay,
  assertedOutflow: CaseDay.optional(),
  outcomeType: choice(OutcomeType.options).optional(),
  note: Note.optional(),
});
export type CaseClaim = z.infer<typeof CaseClaim>;

export const Expectation = objectOf('a decision: an object', {
  outcome: choice(Outcome.options),
  until: CaseDay.optional(),
  fail: listOf(Name).default([]),
  open: listOf(Name).default([]),
  amount: CaseCents.optional(),
});
export type Expectation = z.infer<typeof Expectation>;

export const CaseCheck = objectOf('a check: an object', {
  c: Name,
  at: CaseDay,
  known: CaseDay.optional(),
  preset: Name.optional(),
  whatIf: Truth.optional(),
  expect: Expectation.nullish(),
  note: Note.optional(),
});
export type CaseCheck = z.infer<typeof CaseCheck>;

/** One client's history with claims and the expected decisions (`test/cases`). */
export const CaseFile = objectOf('a case: an object with case, preset, facts, claims and checks', {
  case: Name,
  preset: Name,
  facts: listOf(CaseFact),
  claims: listOf(CaseClaim),
  checks: listOf(CaseCheck).min(1, 'must hold at least one check'),
  note: Note.optional(),
});
export type CaseFile = z.infer<typeof CaseFile>;

/** One change to a base case: all facts of some kinds removed, others added. */
const Mutation = objectOf('a mutation: an object', {
  name: Name,
  remove: listOf(Name.refine((kind) => FACT_NAMES.includes(kind), 'is no kind of fact')).default([]),
  add: listOf(CaseFact).default([]),
  preset: Name.optional(),
  expect: Expectation.nullish(),
  note: Note.optional(),
});
export const MutationsFile = objectOf('a file of mutations', {
  mutations: listOf(Mutation).min(1, 'must hold at least one mutation'),
  note: Note.optional(),
});
export type MutationsFile = z.infer<typeof MutationsFile>;
