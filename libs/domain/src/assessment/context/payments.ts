import type { ClaimFacts, KnownFile, Payment } from '../subject.js';
import type { Day } from '../../values/calendar-date.js';

/** Money of this client that counts against a claim (R35, R37), and what was paid on the claim itself. */
export interface PaymentsSeen {
  /** Of the claim's own milestone and outcome type, not ordered later than the claim's own. */
  readonly others: readonly Payment[];
  /** Paid on this claim, less recovered; what is only ordered is not paid. */
  readonly ownPaidCents: number;
  /** Earliest date after `at` on which one happens. */
  readonly nextOn?: Day;
}

/** Sorts the payments that have happened by then into those of this claim and those of others. */
export function paymentsSeen({ payments }: KnownFile, claim: ClaimFacts, at: Day): PaymentsSeen {
  // What was recovered in full no longer counts, neither against others nor as this claim's own.
  const standing = payments.filter(({ netCents }) => netCents > 0);
  const happened = standing.filter(({ happenedOn }) => happenedOn <= at);
  const own = happened.filter(({ claimId }) => claimId === claim.claimId);
  const ownOrderedAt = Math.min(...own.map(({ orderedAt }) => orderedAt));
  const others = happened.filter(
    ({ claimId, milestone, outcomeType, orderedAt }) =>
      claimId !== claim.claimId &&
      milestone === claim.milestone &&
      outcomeType === claim.outcomeType &&
      orderedAt <= ownOrderedAt,
  );
  const later = standing.filter(({ happenedOn }) => happenedOn > at).map(({ happenedOn }) => happenedOn);
  return {
    others,
    ownPaidCents: own.reduce((sum, { netCents, openCents }) => sum + netCents - openCents, 0),
    ...(later.length > 0 && { nextOn: Math.min(...later) as Day }),
  };
}
