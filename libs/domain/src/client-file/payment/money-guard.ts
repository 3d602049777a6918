import type { Payment } from '../../assessment/subject.js';
import { textOf } from '../../values/calendar-date.js';
import { allocate } from '../../values/cents.js';
import type { ClaimRecord } from '../claim/claim.js';
import type { ClientFile } from '../client-file.js';
import { knownFile } from '../determination/known-file.js';
import { sameJob } from '../facts/jobs.js';
import { owedBackCents } from './owed-back.js';

/**
 * Whether this order would pay more than one bonus for one outflow. It stands apart from the rules and holds whatever they say
 * (rulings §1.1): per episode or job, milestone and outcome type, all that is ordered or paid and not recovered stays within the
 * tariff; with decided shares also within the provider's part; as fractions of each one's own tariff it never exceeds the whole.
 */
export function exceedsOutflow(file: ClientFile, claim: ClaimRecord, cents: number): boolean {
  const determined = claim.determination?.payload;
  const tariff = determined?.tariffCents;
  if (determined === undefined || tariff === undefined) return true;
  // What is given back is its own again and no bonus.
  const bonus = cents - owedBackCents(file, claim.claimId);
  const others = knownFile(file).payments.filter((payment) => isForSame(file, payment, claim));
  // What this claim had is part of what it is due now, by the tariff as it stands now.
  const tariffOf = (one: Payment): number => (one.claimId === claim.claimId ? tariff : (one.tariffCents ?? tariff));
  if (exceedsWhole([...others.map((one) => [one.netCents, tariffOf(one)] as const), [bonus, tariff]])) return true;
  const { providerId } = claim.submission.payload;
  if (determined.shares === undefined) return sum(others) + bonus > tariff;
  const part = allocate(tariff, determined.shares)[providerId] ?? 0;
  return sum(others.filter((one) => one.providerId === providerId)) + bonus > part;
}

const sum = (payments: readonly Payment[]): number => payments.reduce((total, { netCents }) => total + netCents, 0);

function isForSame({ facts }: ClientFile, payment: Payment, { submission, determination }: ClaimRecord): boolean {
  const { milestone, outcomeType, jobId, trajectId } = submission.payload;
  if (payment.milestone !== milestone || payment.outcomeType !== outcomeType) return false;
  if (outcomeType === 'LADDER_STEP') return payment.trajectId === trajectId;
  const sameEpisode = payment.episodeOn !== undefined && textOf(payment.episodeOn) === determination?.payload.episodeOn;
  return sameEpisode || sameJob(facts, payment.jobId, jobId);
}

/** Σ paid ÷ tariff > 1, exactly. */
function exceedsWhole(parts: readonly (readonly [cents: number, tariff: number])[]): boolean {
  let numerator = 0n;
  let denominator = 1n;
  for (const [cents, tariff] of parts) {
    if (tariff === 0) return true;
    numerator = numerator * BigInt(tariff) + BigInt(cents) * denominator;
    denominator *= BigInt(tariff);
  }
  return numerator > denominator;
}
