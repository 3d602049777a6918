import { addDays, textOf, type ClaimState, type Day, type Outcome } from '@uitkomst/domain';
import type { Condition, ReadStore } from '../reads.js';
import { CLAIMS_DESK, type DeskClaim } from './claims-desk.projection.js';

export type DeskOrder =
  'submittedOn' | 'toPayCents' | 'cents' | 'untilOn' | 'dueOn' | 'state' | 'providerId' | 'decidedOn';

/** What an officer asks of the desk. */
export interface DeskQuestion {
  readonly municipality: string;
  readonly states?: readonly ClaimState[];
  readonly providerId?: string;
  readonly personRef?: string;
  readonly contested?: boolean;
  /** Only what is still underway, or only what is not. */
  readonly underway?: boolean;
  readonly awaitsSecondApproval?: boolean;
  readonly outcome?: Outcome;
  /** Only what waits for this: money asked back, an objection, a notice, a fresh approval. */
  readonly waitsFor?: 'CLAWBACK' | 'OBJECTION' | 'NOTICE' | 'FRESH_APPROVAL';
  /** Only these claims. */
  readonly claimIds?: readonly string[];
  /** A term that ran was over before this day. */
  readonly overdueOn?: Day;
  /** Part of a number or reference. */
  readonly text?: string;
  /** Negative decisions unchanged since this day or longer, of which nobody was told yet. */
  readonly noticeSince?: Day;
  /** Submitted at least so many days before `today`. */
  readonly age?: { readonly days: number; readonly today: Day };
  /** By default what is contested comes first, then the oldest. */
  readonly orderBy?: DeskOrder;
  readonly descending?: boolean;
  readonly limit: number;
  readonly offset: number;
}

export interface Desk {
  /** How many claims answer the question, on all pages together. */
  readonly count: number;
  readonly claims: readonly DeskClaim[];
  /** How many claims the question finds in each state, whatever states it asks for. */
  readonly states: ReadonlyMap<string, number>;
}

const FIRST_THINGS_FIRST = [{ column: 'contested', descending: true }, { column: 'submittedOn' }] as const;

type Conditions = readonly Condition<DeskClaim>[];

/** The claims of a municipality as officers, second approvers and case managers see them. */
export async function readDesk(reads: ReadStore, question: DeskQuestion): Promise<Desk> {
  const whatever = conditions(question);
  const { states, orderBy, descending = false, limit, offset } = question;
  const where: Conditions = states ? [...whatever, { column: 'state', is: 'in', values: states }] : whatever;
  const counts = await reads.countBy(CLAIMS_DESK, 'state', whatever);
  const claims = await reads.select(CLAIMS_DESK, {
    where,
    orderBy: [
      ...(orderBy === undefined ? FIRST_THINGS_FIRST : [{ column: orderBy, descending }]),
      { column: 'claimId' },
    ],
    limit,
    offset,
  });
  const asked = states ?? [...counts.keys()];
  const count = asked.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  return { count, claims, states: counts };
}

/** Claims on which the bank booked what nobody has explained yet. */
export async function mismatchedClaims(reads: ReadStore, municipality: string): Promise<readonly string[]> {
  const where: Conditions = [
    { column: 'municipality', is: '=', value: municipality },
    { column: 'mismatched', is: '=', value: true },
  ];
  return (await reads.select(CLAIMS_DESK, { where })).map(({ claimId }) => claimId);
}

/** One claim as the desk has it, or undefined. */
export async function deskClaim(
  reads: ReadStore,
  municipality: string,
  claimId: string,
): Promise<DeskClaim | undefined> {
  const where: Conditions = [
    { column: 'municipality', is: '=', value: municipality },
    { column: 'claimId', is: '=', value: claimId },
  ];
  return (await reads.select(CLAIMS_DESK, { where, limit: 1 }))[0];
}

const WAITING: Readonly<Record<NonNullable<DeskQuestion['waitsFor']>, Condition<DeskClaim>>> = {
  CLAWBACK: { column: 'clawback', is: 'known' },
  OBJECTION: { column: 'objection', is: 'known' },
  NOTICE: { column: 'noticeSinceOn', is: 'known' },
  FRESH_APPROVAL: { column: 'stale', is: '=', value: true },
};

function conditions(question: DeskQuestion): Conditions {
  const { municipality, providerId, personRef, contested, awaitsSecondApproval, noticeSince, age } = question;
  const all: Condition<DeskClaim>[] = [{ column: 'municipality', is: '=', value: municipality }];
  if (providerId !== undefined) all.push({ column: 'providerId', is: '=', value: providerId });
  if (personRef !== undefined) all.push({ column: 'personRef', is: '=', value: personRef });
  if (contested !== undefined) all.push({ column: 'contested', is: '=', value: contested });
  if (awaitsSecondApproval !== undefined)
    all.push({ column: 'awaitsSecondApproval', is: '=', value: awaitsSecondApproval });
  if (noticeSince !== undefined) all.push({ column: 'noticeSinceOn', is: '<=', value: textOf(noticeSince) });
  const { outcome, waitsFor, claimIds, overdueOn, text, underway } = question;
  if (underway !== undefined) all.push({ column: 'underway', is: '=', value: underway });
  if (outcome !== undefined) all.push({ column: 'outcome', is: '=', value: outcome });
  if (waitsFor !== undefined) all.push(WAITING[waitsFor]);
  if (claimIds !== undefined) all.push({ column: 'claimId', is: 'in', values: claimIds });
  if (overdueOn !== undefined) all.push({ column: 'dueOn', is: '<', value: textOf(overdueOn) });
  if (text !== undefined) all.push({ column: 'search', is: 'holds', text: text.toLowerCase() });
  if (age) all.push({ column: 'submittedOn', is: '<=', value: textOf(addDays(age.today, -age.days)) });
  return all;
}
