import { parametersNamed } from '../determination/parameters-named.js';
import type { Terms } from '../../terms/terms.js';
import { addDuration, dayOf, durationOf, type Day } from '../../values/calendar-date.js';
import { ofClaim, outstandingCents, recoveredCents, writtenOffCents } from '../clawback/clawbacks.js';
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

/** The day looked at; the terms say how long money can be reclaimed (default P5Y). */
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
  return ofClaim(file.objections, claimId).some((objection) => objection.state === 'OPEN' || isUpheld(objection));
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
  const due = netCents - writtenOff - entitlementCents;
  const payable = determined?.outcome === 'ELIGIBLE' && determined.cents > netCents && claim.refusal === undefined;
  if (orderedCents > 0) return 'PAYMENT_ORDERED';
  if (clawbacks.some((one) => outstandingCents(one) > 0 && due >= outstandingCents(one))) return 'CLAWBACK_DECIDED';
  if (due > 0 && horizonRuns(file, claim, asking) && !withdrawnAfterHearing(file, claim)) return 'CLAWBACK_PROPOSED';
  if (writtenOff > 0 && netCents > entitlementCents) return 'RECOVERED';
  if (netCents > 0 && !payable) return 'PAID';
  if (fails) return recoveredCents(file.clawbacks, claim.claimId) > 0 && netCents === 0 ? 'RECOVERED' : 'REJECTED';
  return determined === undefined ? 'SUBMITTED' : undecidedState(claim, determined);
}

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

const CLAWBACK_HORIZON = 'P5Y';

/** From the day of the determination last ordered, its last day included (R45). */
function horizonRuns(
  file: ClientFile,
  { claimId, determination }: ClaimRecord,
  { today, terms }: StateAsking,
): boolean {
  const last = ofClaim(file.payments, claimId).findLast(({ paidCents: cents }) => cents > 0);
  if (last === undefined) return false;
  const parameters = terms && parametersNamed(terms, determination?.payload.definition);
  const horizon = durationOf(parameters?.clawbackHorizon ?? CLAWBACK_HORIZON);
  return today <= addDuration(dayOf(last.order?.determinedOn ?? last.orderedOn), horizon);
}

/** A clawback withdrawn after hearing isn't proposed again while the decision says the same. */
const withdrawnAfterHearing = ({ clawbacks }: ClientFile, { claimId, determination }: ClaimRecord): boolean =>
  ofClaim(clawbacks, claimId).some(
    ({ state, heard, runId }) => state === 'WITHDRAWN' && heard && runId === determination?.run[0]?.id,
  );
