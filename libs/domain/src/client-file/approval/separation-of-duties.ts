import type { Role } from '../../event.js';
import type { FileAsking } from '../asking.js';
import type { ClaimRecord } from '../claim/claim.js';
import type { ClientFile } from '../client-file.js';
import { determine } from '../determination/determine.js';
import type { SeenEvent } from '../facts/fact-book.js';
import { idsOfJob } from '../facts/jobs.js';

/** Case managers and finance record what they know; they decide nothing by it. */
const NOT_DECIDING: ReadonlySet<Role> = new Set(['CASEMGR', 'FINANCE', 'REGISTRY', 'SYSTEM']);

/**
 * Whoever made the determination what it is: reviewed its open codes, decided the attribution, confirmed the self-employment or
 * reported the other funder. They neither approve nor pay it (R42), compared by subject id, whatever role they act in.
 */
export function shapersOf(file: ClientFile, claim: ClaimRecord, asking: FileAsking): ReadonlySet<string> {
  const reviews = claim.reviews.length === 0 ? [] : determine(file, claim, asking).subject.claim.reviews;
  return shapedBy(file, claim, reviews);
}

/** The same, counting these reviews: whether a review still holds only the rules can tell. */
export function shapedBy(
  file: ClientFile,
  { submission }: ClaimRecord,
  reviews: ClaimRecord['reviews'],
): ReadonlySet<string> {
  const reviewers = reviews.map(({ actor }) => actor);
  const { jobId } = submission.payload;
  if (jobId === undefined) return new Set(reviewers.map(({ id }) => id));
  const ids = idsOfJob(file.facts, jobId);
  const attribution = file.attributions.findLast(({ payload }) => ids.has(payload.jobId));
  const recorders = shapingFacts(file, ids)
    .filter(({ hidden }) => !hidden)
    .map(({ actor }) => actor);
  const decided = attribution === undefined ? [] : [attribution.actor];
  return new Set([...reviewers, ...decided, ...recorders].map(({ id }) => id));
}

/** What people ever recorded of a job, under any of its ids, that makes a decision what it is; also what was retracted since. */
export const shapingFacts = ({ seen }: ClientFile, ids: ReadonlySet<string>): readonly SeenEvent[] =>
  seen.filter(
    (one) =>
      (one.type === 'SelfPlacementConfirmed' || one.type === 'ExternalClaimReported') &&
      one.jobId !== undefined &&
      ids.has(one.jobId) &&
      !NOT_DECIDING.has(one.actor.role),
  );

/** Who approved the decision as it stands. */
export const approversOf = ({ approvals }: ClaimRecord): ReadonlySet<string> =>
  new Set(approvals.map(({ actor }) => actor.id));

/** Who released a payment on the decision as it stands: orders on a decision that has since changed don't bind anybody. */
export function payersOf({ payments }: ClientFile, { claimId, determination }: ClaimRecord): ReadonlySet<string> {
  const run = new Set(determination?.run.map(({ id }) => id));
  return new Set(
    payments.flatMap((payment) =>
      payment.claimId === claimId && payment.order !== undefined && run.has(payment.order.determinationId)
        ? [payment.order.payer]
        : [],
    ),
  );
}
