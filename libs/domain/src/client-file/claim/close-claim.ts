import { accept, refuse } from '../../decider.js';
import { addDays, addDuration, dayOf, durationOf, latest, textOf, type Day } from '../../values/calendar-date.js';
import type { Terms } from '../../terms/terms.js';
import type { ClaimCommand, FileAsking, FileDecision } from '../asking.js';
import { ofClaim } from '../clawback/clawbacks.js';
import { horizonOf } from '../clawback/horizon.js';
import type { ClientFile } from '../client-file.js';
import type { ClaimRecord } from './claim.js';
import { standingOf, type ClaimState } from './claim-state.js';

const CLOSABLE: ReadonlySet<ClaimState> = new Set(['REJECTED', 'PAID', 'RECOVERED', 'WITHDRAWN', 'EXPIRED']);
const KEPT_OPEN = 'P5Y';

/** Nothing happened to the claim for five years and nothing is open: the clock closes it. Its money counts for ever. */
export function closeClaim(
  file: ClientFile,
  { claim, claimId }: ClaimCommand<'CloseClaim'>,
  asking: FileAsking,
): FileDecision {
  const { state } = standingOf(file, claim, asking);
  if (!CLOSABLE.has(state)) return refuse('STATE_FORBIDS', { state });
  if (isQuestioned(file, claimId)) return refuse('LINE_MISMATCH');
  const until = openUntil(file, claim, asking.terms);
  if (asking.today <= until) return refuse('TERM_NOT_PASSED', { date: textOf(until) });
  return accept({ type: 'ClaimClosed', payload: { claimId, closedOn: textOf(asking.today) } });
}

/** First day on which the claim may be closed; undefined while its state, or a booking nobody has explained yet, keeps it open. */
export function closableOn(
  file: ClientFile,
  claim: ClaimRecord,
  { state, terms }: { readonly state: ClaimState; readonly terms: Terms },
): Day | undefined {
  if (!CLOSABLE.has(state) || isQuestioned(file, claim.claimId)) return undefined;
  return addDays(openUntil(file, claim, terms), 1);
}

const isQuestioned = ({ mismatches }: ClientFile, claimId: string): boolean => ofClaim(mismatches, claimId).length > 0;

/** Last day before a claim may be closed, if nothing happens to it and nothing is open. */
function openUntil(file: ClientFile, claim: ClaimRecord, terms: Terms): Day {
  const { claimId, submission, determination, ended } = claim;
  const days = [submission.payload.submittedOn];
  if (determination !== undefined) days.push(determination.payload.basis.asOf);
  if (ended !== undefined) days.push(ended.on);
  for (const { orderedOn, paidOn } of ofClaim(file.payments, claimId)) days.push(paidOn ?? orderedOn);
  for (const { settlements } of ofClaim(file.clawbacks, claimId))
    days.push(...settlements.map(({ settledOn }) => settledOn));
  for (const { decision } of ofClaim(file.objections, claimId)) if (decision !== undefined) days.push(decision.on);
  const until = addDuration(latest(...days.map(dayOf)), durationOf(KEPT_OPEN));
  const horizon = horizonOf(file, claim, terms);
  return horizon === undefined ? until : latest(until, horizon);
}
