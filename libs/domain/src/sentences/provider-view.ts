import type { z } from 'zod';
import { APPROVAL_REFUSED } from '../client-file/claim/claim.js';
import type { ClaimState } from '../client-file/claim/claim-state.js';
import type { ToldByLetter } from '../client-file/claim/made-known.js';
import type { NoticeKind, Outcome } from '../client-file/claim/events.js';
import { isReduced } from '../client-file/claim/notice-subjects.js';
import type { Language } from './format.js';
import { whatAProviderReads, type ReadDecision, type Reading } from './readers.js';

/** Where a provider sees its claim stand. */
export const PROVIDER_STATUSES = [
  'RECEIVED',
  'IN_TREATMENT',
  'INCOMPLETE',
  'ELIGIBLE',
  'APPROVED',
  'REJECTED',
  'PAYMENT_ORDERED',
  'PAID',
  'IN_OBJECTION',
  'CLAWBACK_PROPOSED',
  'CLAWBACK_DECIDED',
  'RECOVERED',
  'WITHDRAWN',
  'EXPIRED',
  'CLOSED',
] as const;
export type ProviderStatus = (typeof PROVIDER_STATUSES)[number];

/** A determination as it may come to a provider's eyes. */
export interface ShownDecision extends ReadDecision {
  readonly cents: number;
  readonly tariffCents?: number | undefined;
  readonly decisionHash: string;
}

/** One claim of this provider, as its file has it. */
export interface ProviderClaim {
  /** The state of life-cycle.md §2. */
  readonly state: ClaimState;
  /** What was asked; absent asks for the tariff. */
  readonly claimedCents?: number | undefined;
  /** The current determination. */
  readonly determination?: ShownDecision | undefined;
  /** An officer refused to approve it and nobody lifted that: what the rules award is not promised meanwhile. */
  readonly refused?: boolean | undefined;
  /** What letters made known of what stands now. */
  readonly madeKnown?: readonly ToldByLetter[] | undefined;
  /** The last one an officer released, with the kind of its notice; without a decision it was about something else. */
  readonly notified?:
    { readonly kind: z.infer<typeof NoticeKind>; readonly decision?: ShownDecision | undefined } | undefined;
}

export interface ProviderView {
  readonly status: ProviderStatus;
  readonly outcome?: Outcome;
  /** Only with a positive outcome. */
  readonly cents?: number;
  /** The day on which an answer may be expected, or until which something is asked. */
  readonly untilOn?: string;
  readonly readings: readonly Reading[];
}

/**
 * What a provider sees of its own claim. Nothing negative is seen before an officer has released it (no letter without a person);
 * a positive outcome, a request for evidence and a date to wait for need no release.
 */
export function providerView(claim: ProviderClaim, language: Language): ProviderView {
  const seen = seenByProvider(claim);
  const status = statusOf(claim, seen);
  if (!seen) return { status, readings: [] };
  return {
    status,
    outcome: seen.outcome,
    ...(seen.outcome === 'ELIGIBLE' && { cents: seen.cents }),
    ...(seen.untilOn !== undefined && { untilOn: seen.untilOn }),
    readings: whatAProviderReads(seen, language),
  };
}

/** What a provider may see of the decision on its claim. An award whose approval was refused is under assessment, without its amount. */
export function seenByProvider(claim: ProviderClaim): ShownDecision | undefined {
  const seen = shownOf(claim);
  return claim.refused === true && seen?.outcome === 'ELIGIBLE'
    ? { ...only(seen, []), open: [APPROVAL_REFUSED] }
    : seen;
}

/** The decision a provider may see: the current one, what of it needs no release, or the last one released. */
function shownOf(claim: ProviderClaim): ShownDecision | undefined {
  const { determination, notified, state, claimedCents } = claim;
  // A request for evidence is no release of the rest, and is over once it was answered.
  const released = notified?.kind === 'INCOMPLETE' ? undefined : notified?.decision;
  if (!determination) return released;
  if (determination.decisionHash === released?.decisionHash) return determination;
  if (determination.outcome === 'ELIGIBLE' && !isReduced(determination, claimedCents)) return determination;
  if (state === 'INCOMPLETE') return only(determination, ['EVIDENCE_MISSING']);
  if (determination.outcome === 'PENDING') return only(determination, ['NOT_YET_MATURE', 'AWAITING_REGISTRY']);
  return released;
}

/** What a provider is waiting for, or asked for; the rest of it waits for a person. */
const only = (decision: ShownDecision, codes: readonly string[]): ShownDecision => ({
  ...decision,
  outcome: 'PENDING',
  fail: [],
  open: decision.open.filter((code) => codes.includes(code)),
  rules: decision.rules?.filter(({ result }) => result === 'UNKNOWN'),
});

function statusOf(
  { state, determination, madeKnown = [] }: ProviderClaim,
  seen: ShownDecision | undefined,
): ProviderStatus {
  switch (state) {
    case 'INCOMPLETE':
    case 'PAYMENT_ORDERED':
    case 'PAID':
    case 'IN_OBJECTION':
    case 'RECOVERED':
    case 'WITHDRAWN':
    case 'CLOSED':
      return state;
    case 'CLAWBACK_DECIDED':
      if (madeKnown.includes('CLAWBACK_DECIDED')) return state;
      return madeKnown.includes('CLAWBACK_PROPOSED') ? 'CLAWBACK_PROPOSED' : 'PAID';
    case 'CLAWBACK_PROPOSED':
      return madeKnown.includes('CLAWBACK_PROPOSED') ? state : 'PAID';
    case 'EXPIRED':
      return madeKnown.includes('EXPIRED') ? state : 'IN_TREATMENT';
    case 'APPROVED':
    case 'PAYMENT_FAILED':
      return seen?.outcome === 'ELIGIBLE' && seen === determination ? 'APPROVED' : byOutcome(seen, determination);
    case 'SUBMITTED':
    case 'MATURING':
    case 'VERIFYING':
    case 'IN_REVIEW':
    case 'CONTESTED':
    case 'ELIGIBLE':
    case 'REJECTED':
    case 'APPROVED_1':
      return byOutcome(seen, determination);
    default:
      return state satisfies never;
  }
}

function byOutcome(seen: ShownDecision | undefined, determination: ShownDecision | undefined): ProviderStatus {
  if (!seen) return determination ? 'IN_TREATMENT' : 'RECEIVED';
  switch (seen.outcome) {
    case 'ELIGIBLE':
    case 'REJECTED':
      return seen.outcome;
    case 'CLAWBACK':
      return 'PAID';
    case 'PENDING':
    case 'REVIEW':
      return 'IN_TREATMENT';
    default:
      return seen.outcome satisfies never;
  }
}
