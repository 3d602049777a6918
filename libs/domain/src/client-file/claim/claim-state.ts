import type { Terms } from '../../terms/terms.js';
import type { Day } from '../../values/calendar-date.js';
import { ofClaim, outstandingCents, recoveredCents, writtenOffCents } from '../clawback/clawbacks.js';
import { horizonRuns, wasLetGo } from '../clawback/horizon.js';
import type { ClientFile } from '../client-file.js';
import { isUpheld } from '../objection/objections.js';
import { openCents, paidCents } from '../payment/payments.js';
import { lacksEvidence, type ClaimRecord } from './claim.js';

/** Where a claim can be. SUBMITTED and PAYMENT_FAILED are passed through inside one append. */
export const CLAIM_STATES = [
  'SUBMITTED',
  'INCOMPLETE',
  'MATURING',
  'VERIFYING',
  'IN_REVIEW',
  'CONTESTED',
  'ELIGIBLE',
  'REJECTED',
  'APPROVED_1',
  'APPROVED',
  'PAYMENT_ORDERED',
  'PAID',
  'PAYMENT_FAILED',
  'IN_OBJECTION',
  'CLAWBACK_PROPOSED',
  'CLAWBACK_DECIDED',
  'RECOVERED',
  'WITHDRAWN',
  'EXPIRED',
  'CLOSED',
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** The day looked at; the terms say how long money can be reclaimed. Without them it goes by what was asked back or let go. */
export interface StateAsking {
  readonly today: Day;
  readonly terms?: Terms;
}

/** A claim's state and its money, as of a day (life-cycle §2). */
export interface ClaimStanding {
  readonly state: ClaimState;
  /** What goes on under an open objection; else the same. */
  readonly beneath: ClaimState;
  readonly entitlementCents: number;
  /** Paid less recovered. */
  readonly netCents: number;
  readonly orderedCents: number;
  /** What may be ordered: entitlement − net − ordered. */
  readonly toPayCents: number;
}

/** The claim's state: a function of the file, computed anew each time (life-cycle §2). */
export const claimState = (file: ClientFile, claimId: string, asking: StateAsking): ClaimState | undefined =>
  claimStanding(file, claimId, asking)?.state;

export function claimStanding(file: ClientFile, claimId: string, asking: StateAsking): ClaimStanding | undefined {
  const claim = file.claims.get(claimId);
  return claim === undefined ? undefined : standingOf(file, claim, asking);
}

export function standingOf(file: ClientFile, claim: ClaimRecord, asking: StateAsking): ClaimStanding {
  const money = moneyOf(file, claim);
  const beneath = isLive(file, claim) ? restingState(file, claim, { asking, money }) : (claim.ended?.how ?? 'CLOSED');
  const objected = ofClaim(file.objections, claim.claimId).some(({ state }) => state === 'OPEN');
  return { state: objected && isLive(file, claim) ? 'IN_OBJECTION' : beneath, beneath, ...money };
}

/** Determined again whenever something changes: not withdrawn, closed, or expired without an open or upheld objection. */
export function isLive(file: ClientFile, { claimId, ended }: ClaimRecord): boolean {
  if (ended === undefined) return true;
  if (ended.how !== 'EXPIRED') return false;
  return ofClaim(file.objections, claimId).some(
    (objection) =>
      // What was upheld against an earlier expiry does not keep a claim that expired again.
      objection.state === 'OPEN' || (isUpheld(objection) && objection.subjectEventId === ended.eventId),
  );
}

type Money = Omit<ClaimStanding, 'state' | 'beneath'>;

function moneyOf({ payments, clawbacks }: ClientFile, { claimId, determination }: ClaimRecord): Money {
  const netCents = paidCents(payments, claimId) - recoveredCents(clawbacks, claimId);
  const orderedCents = openCents(payments, claimId);
  const entitlementCents = entitlement(determination?.payload, netCents);
  return { entitlementCents, netCents, orderedCents, toPayCents: entitlementCents - netCents - orderedCents };
}

type Determined = NonNullable<ClaimRecord['determination']>['payload'];

function entitlement(determined: Determined | undefined, netCents: number): number {
  if (determined?.outcome === 'ELIGIBLE') return determined.cents;
  return determined !== undefined && determined.fail.length > 0 ? 0 : netCents;
}

/** What was paid beyond what is due, and was neither recovered nor given up. */
export const overpaidCents = (
  { clawbacks }: ClientFile,
  claimId: string,
  { netCents, entitlementCents }: Pick<ClaimStanding, 'netCents' | 'entitlementCents'>,
): number => netCents - writtenOffCents(clawbacks, claimId) - entitlementCents;

interface Resting {
  readonly asking: StateAsking;
  readonly money: Money;
}

/** Rows 3–14 of life-cycle §2: the first that applies. */
function restingState(file: ClientFile, claim: ClaimRecord, { asking, money }: Resting): ClaimState {
  const { entitlementCents, netCents, orderedCents } = money;
  const determined = claim.determination?.payload;
  const fails = determined !== undefined && determined.fail.length > 0;
  const clawbacks = ofClaim(file.clawbacks, claim.claimId);
  const writtenOff = writtenOffCents(file.clawbacks, claim.claimId);
  const due = overpaidCents(file, claim.claimId, money);
  const payable = determined?.outcome === 'ELIGIBLE' && determined.cents > netCents && claim.refusal === undefined;
  if (orderedCents > 0) return 'PAYMENT_ORDERED';
  if (clawbacks.some((one) => outstandingCents(one) > 0 && due >= outstandingCents(one))) return 'CLAWBACK_DECIDED';
  if (due > 0 && isAskedBack(file, claim, asking) && !wasLetGo(file, claim)) return 'CLAWBACK_PROPOSED';
  if (writtenOff > 0 && netCents > entitlementCents) return 'RECOVERED';
  if (netCents > 0 && !payable) return 'PAID';
  if (fails) return recoveredCents(file.clawbacks, claim.claimId) > 0 && netCents === 0 ? 'RECOVERED' : 'REJECTED';
  return determined === undefined ? 'SUBMITTED' : undecidedState(claim, determined);
}

/** The append that asked money back knew the terms, and so did the one that let it go on the day after the horizon. */
const isAskedBack = (file: ClientFile, claim: ClaimRecord, { today, terms }: StateAsking): boolean =>
  terms === undefined
    ? ofClaim(file.clawbacks, claim.claimId).some(({ state }) => state === 'PROPOSED')
    : horizonRuns(file, claim, { today, terms });

/** Rows 10–14: nothing fails. */
function undecidedState(claim: ClaimRecord, determined: Determined): ClaimState {
  if (lacksEvidence(determined)) return 'INCOMPLETE';
  if (determined.open.includes('COMPETING_CLAIM')) return 'CONTESTED';
  if (determined.open.includes('NOT_YET_MATURE')) return 'MATURING';
  if (determined.open.includes('AWAITING_REGISTRY')) return 'VERIFYING';
  if (determined.open.length > 0 || claim.refusal !== undefined) return 'IN_REVIEW';
  if (claim.approvals.length === 0) return 'ELIGIBLE';
  return claim.approvals.some(({ payload }) => payload.sufficient) ? 'APPROVED' : 'APPROVED_1';
}
