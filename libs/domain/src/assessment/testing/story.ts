import { isFact, type RecordedAs, type RecordedFileEvent } from '../../client-file/events.js';
import type { FactType } from '../../client-file/events.js';
import type { DefinitionParameters, DefinitionVersion } from '../../definitions/parameters.js';
import { PRESETS } from '../../definitions/presets.js';
import { noTerms, type Terms } from '../../terms/terms.js';
import { officer } from '../../testing/actors.js';
import { C1, C2 } from '../../testing/commands.js';
import { lastingOutflow, type Past } from '../../testing/facts.js';
import { dayOf } from '../../values/calendar-date.js';
import { MILESTONE_DEFAULT } from '../../values/ids.js';
import { assess } from '../assess.js';
import type { Determination } from '../determination.js';
import type { ClaimFacts, Payment, Subject } from '../subject.js';

/** Something of the past, with the day it was recorded; by default long before anybody asks. */
export type Heard = Past & { readonly on?: string };
export const heardOn = (on: string, past: Past): Heard => ({ ...past, on });

export const eventId = (ordinal: number): string => `00000000-0000-7000-8000-${String(ordinal).padStart(12, '0')}`;

/** Everything a spec may say of a case besides what happened. */
export interface Asked {
  readonly at?: string;
  readonly preset?: string;
  readonly definition?: Partial<DefinitionParameters>;
  readonly claim?: Partial<ClaimFacts>;
  readonly payments?: readonly Payment[];
  readonly terms?: Partial<Terms>;
  readonly tariffCents?: number;
}

/** Long enough after the lasting outflow: mature, registers complete. */
export const RIPE = '2009-04-02';

export function subjectOf(past: readonly Heard[], asked: Asked = {}): Subject {
  const recorded = past.map(recordedAs).toSorted((a, b) => compare(a.recordedAt, b.recordedAt));
  return {
    file: {
      revision: past.length - 1,
      facts: recorded.filter(isFact),
      attributions: recorded.filter((event): event is Decided => event.type === 'AttributionDecided'),
      payments: asked.payments ?? [],
    },
    claim: {
      ...CLAIMED,
      reviews: recorded.filter((event): event is Reviewed => event.type === 'ReviewResolved'),
      ...asked.claim,
    },
    terms: { ...noTerms('0392'), ...asked.terms },
    asOf: dayOf(asked.at ?? RIPE),
    whatIf: { definition: definitionWith(asked), tariffCents: asked.tariffCents ?? 300_000 },
  };
}
type Decided = RecordedAs<'AttributionDecided'>;
type Reviewed = RecordedAs<'ReviewResolved'>;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const recordedAs = ({ by, on = '2000-01-01', ...event }: Heard, index: number): RecordedFileEvent => ({
  ...event,
  id: eventId(index),
  revision: index,
  recordedAt: `${on}T11:00:00.000Z`,
  actor: by,
  commandId: eventId(index),
  commandHash: '0'.repeat(64),
});

/** What the rules say of Paswerk's claim for job j1. */
export const assessed = (past: readonly Heard[], asked: Asked = {}): Determination => assess(subjectOf(past, asked));

/** Only what an officer would read out: outcome, codes, date and amount. */
export function said(past: readonly Heard[], asked: Asked = {}) {
  const { outcome, fail, open, untilOn, cents } = assessed(past, asked);
  return { outcome, fail, open, ...(untilOn !== undefined && { untilOn }), ...(cents > 0 && { cents }) };
}
export const ELIGIBLE = { outcome: 'ELIGIBLE', fail: [], open: [], cents: 300_000 };
export const rejected = (...fail: string[]) => ({ outcome: 'REJECTED', fail, open: [] });
export const inReview = (...open: string[]) => ({ outcome: 'REVIEW', fail: [], open });

/** What one rule answered: PASS, NA or its code with the way it was given. */
export function answerOf(rule: string, past: readonly Heard[], asked: Asked = {}): string {
  const { passed, rules } = assessed(past, asked);
  if (passed.includes(rule)) return 'PASS';
  const given = rules.find((result) => result.rule === rule);
  return given?.code === undefined ? String(given?.result) : `${given.result} ${given.code}`;
}

export const CLAIMED: ClaimFacts = {
  claimId: C1,
  providerId: 'PASWERK',
  trajectId: 't1',
  jobId: 'j1',
  milestone: MILESTONE_DEFAULT,
  outcomeType: 'WORK',
  submittedOn: dayOf('2009-03-10'),
  evidence: [],
  reviews: [],
  setAside: [],
};

export function definitionWith({ preset = 'NL-STD@1', definition = {} }: Asked): DefinitionVersion {
  const base = PRESETS.get(preset);
  if (!base) throw new RangeError(`No preset ${preset}`);
  const { sustain, milestones } = definition;
  const own = sustain === undefined || milestones ? {} : { milestones: [{ code: MILESTONE_DEFAULT, sustain }] };
  return { ...base, parameters: { ...base.parameters, ...definition, ...own } };
}

/** Paid to another provider on another claim, long ago, unless it says otherwise. */
export const payment = (told: Partial<Payment> = {}): Payment => ({
  claimId: C2,
  providerId: 'SAGENN',
  milestone: MILESTONE_DEFAULT,
  outcomeType: 'WORK',
  netCents: 300_000,
  openCents: 0,
  happenedOn: dayOf('2009-01-01'),
  orderedAt: 1,
  eventId: eventId(900_001),
  ...told,
});

export const attributed = (shares: Readonly<Record<string, number>>, on = '2009-04-01'): Heard => ({
  type: 'AttributionDecided',
  payload: { jobId: 'j1', shares, grounds: 'HEARD_BOTH', decidedOn: on },
  by: officer(),
  on,
});

export const reviewed = (code: string, result: 'CLOSED' | 'FAILED' = 'CLOSED', on = '2009-04-01'): Heard => ({
  type: 'ReviewResolved',
  payload: { claimId: C1, codes: [{ code }], result, grounds: 'SEEN_PAYSLIPS', resolvedOn: on },
  by: officer(),
  on,
});

/** The lasting outflow without some kinds of facts, and with others told besides. */
export const outflowWithout = (types: readonly FactType[], ...added: readonly Heard[]): readonly Heard[] => [
  ...lastingOutflow().filter(({ type }) => !types.some((other) => other === type)),
  ...added,
];
export const outflowWith = (...added: readonly Heard[]): readonly Heard[] => outflowWithout([], ...added);
