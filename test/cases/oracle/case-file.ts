import { parse } from 'yaml';

/** A fact exactly as a case file writes it (`../README.md`); days are texts. */
export type CaseFact = { rec: string } & (
  | { e: 'BenefitGranted'; id: string; kind: string; from: string }
  | { e: 'BenefitReduced'; ref: string; pct: number; cause: string; from: string; to?: string }
  | { e: 'BenefitStopped'; ref: string; date: string; reason?: string }
  | { e: 'ContractRegistered'; id: string; provider: string; from: string; to?: string }
  | { e: 'AffiliationRegistered'; provider: string; employer: string; from: string }
  | { e: 'TrajectAssigned'; id: string; provider: string; contract: string; intake: string; start: string }
  | { e: 'TrajectEnded'; ref: string; date: string; reason?: string }
  | { e: 'ServiceDelivered'; traject: string; date: string; kind: string }
  | { e: 'LadderStepAssessed'; traject: string; from_step: number; to_step: number; date: string }
  | { e: 'ApplicationStarted'; job: string; date: string; by: string }
  | {
      e: 'PlacementStarted';
      id: string;
      employer: string;
      hirer?: string;
      date: string;
      form: string;
      subform?: string;
      hours?: number;
      contractEnd?: string;
      assurance: string;
    }
  | { e: 'PlacementConfirmed'; ref: string; source: string }
  | { e: 'PlacementEnded'; ref: string; date: string }
  | { e: 'SelfPlacementConfirmed'; ref: string }
  | { e: 'JobSubsidyStarted'; id: string; job: string; scheme: string; payer: string; from: string }
  | { e: 'JobSubsidyEnded'; ref: string; date: string }
  | { e: 'ClientStatement'; job: string; contribution: string }
  | { e: 'ExternalClaimReported'; funder: string; provider: string; job: string; status: string }
  | { e: 'AttributionDecided'; job: string; shares: Record<string, number> }
  | { e: 'ClaimPaid'; claim: string; provider: string; episode: string; amount: number; date: string }
  | { e: 'ReviewResolved'; claim: string; codes: string[]; result?: string }
  | { e: 'FactRetracted'; target: string; reason: string }
);

/** The facts of one kind. */
export type FactOf<Kind extends CaseFact['e']> = Extract<CaseFact, { e: Kind }>;

/** A claim as a case file lists it. */
export interface CaseClaim {
  id: string;
  provider: string;
  traject: string;
  job: string;
  submitted: string;
  assertedOutflow?: string;
  outcomeType?: 'WORK' | 'LADDER_STEP';
}

/** What a check expects, and what both evaluators answer. */
export interface Answer {
  outcome: string;
  until?: string;
  fail: string[];
  open: string[];
  amount?: number;
}

/** One question put to a case: this claim, seen at these two dates. */
export interface CaseCheck {
  c: string;
  at: string;
  known?: string;
  preset?: string;
  whatIf?: boolean;
  note?: string;
  expect?: Answer;
}

/** One client's history with claims and questions. */
export interface CaseFile {
  case: string;
  preset: string;
  facts: CaseFact[];
  claims: CaseClaim[];
  checks: CaseCheck[];
}

/** A definition set as `presets.yaml` writes it, with everything it inherits filled in. */
export interface Preset {
  sustain: string;
  aftercare: string;
  claimDeadline: string;
  registryLag: string;
  waiting: string;
  maxGapDays: number;
  continuity: 'ANY_EMPLOYER' | 'SAME_EMPLOYER';
  prevEmployerYears: number;
  bijstandOnly: boolean;
  minHours: number;
  minContract: string;
  selfFoundAfter: 'REVIEW' | 'IGNORE' | number;
  attribution: 'LAST_TRAJECT' | 'SPLIT';
  minServices: number;
  conversionCounts: boolean;
  ladderCounts: boolean;
  affiliate: 'REJECT' | 'REVIEW';
  tariff: number;
  anchor: 'INDEPENDENCE' | 'TRAJECT_END' | 'OUTFLOW' | 'BENEFIT_END' | 'JOB_START';
  jobRequired: boolean;
  formsAllowed: string[];
  fundedKinds?: string[];
  partialAllowed: boolean;
  causality: 'REQUIRED' | 'NONE';
}

/** A definition set as written: what it leaves out comes from its base. */
export type WrittenPreset = Partial<Preset> & { base?: string };

const UNSAID = {
  anchor: 'INDEPENDENCE',
  jobRequired: true,
  formsAllowed: ['REGULAR', 'AGENCY', 'SELF'],
  partialAllowed: false,
  causality: 'REQUIRED',
} as const;

function inherited(written: Record<string, WrittenPreset>, name: string): WrittenPreset {
  const own = written[name];
  if (!own) throw new Error(`unknown preset ${name}`);
  const { base, ...parameters } = own;
  return { ...(base === undefined ? {} : inherited(written, base)), ...parameters };
}

/** Every preset of the file by name. */
export function parsePresetTexts(text: string): ReadonlyMap<string, Preset> {
  const { presets } = parse(text) as { presets: Record<string, WrittenPreset> };
  return new Map(
    Object.keys(presets).map((name) => [name, { ...UNSAID, ...inherited(presets, name) } as unknown as Preset]),
  );
}

/** The presets of a generated file beside those that are shipped; each builds on a shipped one. */
export function withPresets(
  shipped: ReadonlyMap<string, Preset>,
  written: Record<string, WrittenPreset>,
): ReadonlyMap<string, Preset> {
  const added = Object.entries(written).map(([name, { base, ...parameters }]): [string, Preset] => {
    const built = shipped.get(base ?? '');
    if (!built) throw new Error(`${name} builds on no shipped preset`);
    return [name, { ...built, ...parameters }];
  });
  return new Map([...shipped, ...added]);
}

/** A case file read from its text. */
export function parseCase(text: string): CaseFile {
  return parse(text) as CaseFile;
}

interface Mutation {
  name: string;
  remove?: string[];
  add?: CaseFact[];
  preset?: string;
  expect: Answer;
}

/** Each mutation as a case of its own: claim c1 resubmitted on 2009-03-10 and looked at on 2009-04-02. */
export function parseMutations(text: string, base: CaseFile): CaseFile[] {
  const { mutations } = parse(text) as { mutations: Mutation[] };
  return mutations.map((mutation) => ({
    case: mutation.name,
    preset: mutation.preset ?? base.preset,
    facts: [...base.facts.filter((fact) => !mutation.remove?.includes(fact.e)), ...(mutation.add ?? [])],
    claims: base.claims.map((claim) => (claim.id === 'c1' ? { ...claim, submitted: '2009-03-10' } : claim)),
    checks: [{ c: 'c1', at: '2009-04-02', expect: mutation.expect }],
  }));
}
