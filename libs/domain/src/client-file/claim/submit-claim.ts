import { accept, refuse } from '../../decider.js';
import { textOf } from '../../values/calendar-date.js';
import { same } from '../../values/same.js';
import type { Command, FileAsking, FileDecision } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import { factsOf } from '../facts/fact-book.js';
import { sameJob } from '../facts/jobs.js';
import type { ClaimRecord } from './claim.js';
import { isLive } from './claim-state.js';

type Submission = Command<'SubmitClaim'>['claim'];

/**
 * Declaratie. A rival's claim is recorded, never refused: the collision is evidence (Haarlem: two companies noted one success). Only
 * the same provider's second claim for the same thing is refused (R3).
 */
export function submitClaim(
  file: ClientFile,
  { claim }: Command<'SubmitClaim'>,
  { actor, today }: FileAsking,
): FileDecision {
  if (claim.providerId !== actor.orgId) return refuse('ROLE_MAY_NOT_RECORD');
  const named = file.claims.get(claim.claimId);
  if (named !== undefined) return isSame(named, claim) ? accept() : refuse('ID_REUSED', { field: 'claimId' });
  const earlier = [...file.claims.values()].find((known) => counts(file, known) && claimsTheSame(file, known, claim));
  if (earlier !== undefined) return refuse('DUPLICATE_SUBMISSION', { claimId: earlier.claimId });
  return accept({ type: 'ClaimSubmitted', payload: { ...claim, submittedOn: textOf(today) } });
}

function isSame({ submission }: ClaimRecord, claim: Submission): boolean {
  const { submittedOn: _on, ...submitted } = submission.payload;
  return same(submitted, claim);
}

/** Withdrawn and expired claims (closed since or not) leave room for a new one; one that an upheld objection revived does not. */
function counts(file: ClientFile, known: ClaimRecord): boolean {
  const { ended } = known;
  if (ended?.how !== 'CLOSED') return isLive(file, known);
  return ended.after === undefined || isLive(file, { ...known, ended: ended.after });
}

/** R3: provider, contract, traject, job (or asserted date), milestone, outcome type. Linked ids are one job. */
function claimsTheSame(file: ClientFile, { submission: { payload: known } }: ClaimRecord, claim: Submission): boolean {
  return (
    known.providerId === claim.providerId &&
    known.milestone === claim.milestone &&
    known.outcomeType === claim.outcomeType &&
    known.trajectId === claim.trajectId &&
    contractOf(file, known) === contractOf(file, claim) &&
    (known.jobId === undefined || claim.jobId === undefined
      ? known.jobId === claim.jobId && known.assertedOutflowOn === claim.assertedOutflowOn
      : sameJob(file.facts, known.jobId, claim.jobId))
  );
}

/** The contract named, else the traject's. */
export const contractOf = (
  { facts }: ClientFile,
  { contractId, trajectId }: Pick<Submission, 'contractId' | 'trajectId'>,
): string | undefined =>
  contractId ??
  factsOf(facts, 'TrajectAssigned').find(({ payload }) => payload.trajectId === trajectId)?.payload.contractId;
