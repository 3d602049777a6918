import { RESOLVABLE } from '../../assessment/resolvable.js';
import { accept, refuse } from '../../decider.js';
import { textOf } from '../../values/calendar-date.js';
import type { ClaimCommand, FileAsking, FileDecision } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import type { RecordedAs } from '../events.js';
import { factsOf } from '../facts/fact-book.js';
import { idsOfJob } from '../facts/jobs.js';
import { APPROVAL_REFUSED, type ClaimRecord } from './claim.js';
import { standingOf } from './claim-state.js';
import { wasAskedInVain } from './requests.js';

/** What may only be failed after the evidence was asked for and did not come. */
const ASKED_FIRST: ReadonlySet<string> = new Set(['EVIDENCE_MISSING', 'EMPLOYMENT_UNVERIFIED']);

/** Afdoening: an officer's reasoned decision on open codes. It closes or fails them, never a code that fails already. */
export function resolveReview(
  file: ClientFile,
  command: ClaimCommand<'ResolveReview'>,
  asking: FileAsking,
): FileDecision {
  const { claim, claimId, codes, result, grounds } = command;
  const { state } = standingOf(file, claim, asking);
  const lifts = claim.refusal !== undefined && codes.includes(APPROVAL_REFUSED);
  const open =
    state === 'IN_REVIEW' || (state === 'PAID' && (lifts || claim.determination?.payload.outcome === 'REVIEW'));
  if (!open) return refuse('STATE_FORBIDS', { state });
  if (codes.length === 0) return refuse('CODE_NOT_RESOLVABLE');
  const answered = codes.map((code) => answersTo(file, { claim, code, result }, asking));
  const unanswerable = codes.find((_, index) => answered[index]?.length === 0);
  if (unanswerable !== undefined) return refuse('CODE_NOT_RESOLVABLE', { code: unanswerable });
  if (lifts && claim.refusal?.actor.id === asking.actor.id) return refuse('SEPARATION_OF_DUTIES');
  const resolvedOn = textOf(asking.today);
  const early = answered
    .flat()
    .find((answer) => ASKED_FIRST.has(answer.code) && !wasAskedInVain(claim.requests, answer, resolvedOn));
  if (result === 'FAILED' && early !== undefined) return refuse('TERM_NOT_PASSED', { code: early.code });
  const determinationId = claim.determination?.id;
  return accept({
    type: 'ReviewResolved',
    payload: {
      claimId,
      codes: answered.flat(),
      result,
      grounds,
      resolvedOn,
      ...(determinationId === undefined ? {} : { determinationId }),
    },
  });
}

type Answers = RecordedAs<'ReviewResolved'>['payload']['codes'];
interface Asked {
  readonly claim: ClaimRecord;
  readonly code: string;
  readonly result: 'CLOSED' | 'FAILED';
}

/** The rules that leave this code open, on what evidence: the answer holds while they say the same. None: not resolvable. */
function answersTo(file: ClientFile, { claim, code, result }: Asked, { today }: FileAsking): Answers {
  if (code === APPROVAL_REFUSED) return claim.refusal !== undefined && result === 'CLOSED' ? [{ code }] : [];
  if (!RESOLVABLE.has(code)) return [];
  if (code === 'EMPLOYMENT_UNVERIFIED' && !hasStartedJob(file, claim, textOf(today))) return [];
  return (claim.determination?.payload.rules ?? [])
    .filter((rule) => rule.code === code && rule.result === 'UNKNOWN' && rule.untilOn === undefined)
    .map(({ rule, evidence }) => (evidence === undefined ? { rule, code } : { rule, code, evidence }));
}

/** A person can vouch for a job, not for there being one. */
function hasStartedJob({ facts }: ClientFile, { submission }: ClaimRecord, today: string): boolean {
  const { jobId } = submission.payload;
  if (jobId === undefined) return false;
  const ids = idsOfJob(facts, jobId);
  return factsOf(facts, 'PlacementStarted').some(({ payload }) => ids.has(payload.jobId) && payload.validFrom <= today);
}
