import { addDays, textOf, type ClaimState, type Day } from '@uitkomst/domain';
import type { Condition, ReadStore } from '../reads.js';
import { CLAIMS_DESK, type DeskClaim } from './claims-desk.projection.js';

export type DeskOrder = 'submittedOn' | 'toPayCents' | 'cents' | 'untilOn' | 'state' | 'providerId' | 'decidedOn';

/** What an officer asks of the desk. */
export interface DeskQuestion {
  readonly municipality: string;
  readonly states?: readonly ClaimState[];
  readonly providerId?: string;
  readonly personRef?: string;
  readonly contested?: boolean;
  readonly awaitsSecondApproval?: boolean;
  /** Negative decisions unchanged since this day or longer, of which nobody was told yet. */
  readonly noticeSince?: Day;
  /** Submitted at least so many days before `today`. */
  readonly age?: { readonly days: number; readonly today: Day };
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

type Conditions = readonly Condition<DeskClaim>[];

/** The claims of a municipality as officers, second approvers and case managers see them. */
export async function readDesk(reads: ReadStore, question: DeskQuestion): Promise<Desk> {
  const whatever = conditions(question);
  const { states, orderBy = 'submittedOn', descending = false, limit, offset } = question;
  const where: Conditions = states ? [...whatever, { column: 'state', is: 'in', values: states }] : whatever;
  const counts = await reads.countBy(CLAIMS_DESK, 'state', whatever);
  const claims = await reads.select(CLAIMS_DESK, {
    where,
    orderBy: [{ column: orderBy, descending }, { column: 'claimId' }],
    limit,
    offset,
  });
  const asked = states ?? [...counts.keys()];
  const count = asked.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  return { count, claims, states: counts };
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

function conditions(question: DeskQuestion): Conditions {
  const { municipality, providerId, personRef, contested, awaitsSecondApproval, noticeSince, age } = question;
  const all: Condition<DeskClaim>[] = [{ column: 'municipality', is: '=', value: municipality }];
  if (providerId !== undefined) all.push({ column: 'providerId', is: '=', value: providerId });
  if (personRef !== undefined) all.push({ column: 'personRef', is: '=', value: personRef });
  if (contested !== undefined) all.push({ column: 'contested', is: '=', value: contested });
  if (awaitsSecondApproval !== undefined)
    all.push({ column: 'awaitsSecondApproval', is: '=', value: awaitsSecondApproval });
  if (noticeSince !== undefined) all.push({ column: 'noticeSinceOn', is: '<=', value: textOf(noticeSince) });
  if (age) all.push({ column: 'submittedOn', is: '<=', value: textOf(addDays(age.today, -age.days)) });
  return all;
}
