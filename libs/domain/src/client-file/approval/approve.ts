import { accept, refuse } from '../../decider.js';
import { textOf } from '../../values/calendar-date.js';
import type { ClaimCommand, FileAsking, FileDecision } from '../asking.js';
import { isLive, standingOf } from '../claim/claim-state.js';
import type { ClientFile } from '../client-file.js';
import { needsSecond } from './four-eyes.js';
import { approversOf, payersOf, shapersOf } from './separation-of-duties.js';
import { isStale } from './stale.js';

/** Fiattering. Which step it is follows from the state: an officer first, above the threshold a second, other person. */
export function approve(file: ClientFile, command: ClaimCommand<'Approve'>, asking: FileAsking): FileDecision {
  const { claim, claimId, determinationId, decisionHash } = command;
  const { state, entitlementCents, orderedCents } = standingOf(file, claim, asking);
  const { id, role } = asking.actor;
  // Before all else (life-cycle §1), so that an outdated decision is made anew for nobody who may not decide on it.
  if (state === 'ELIGIBLE' && role !== 'OFFICER') return refuse('ROLE_MAY_NOT_RECORD');
  if (orderedCents > 0 || state === 'PAID') return refuse('PAYMENT_ALREADY_ORDERED');
  if (isLive(file, claim) && isStale(claim, command)) return refuse('DECISION_STALE');
  if (state !== 'ELIGIBLE' && state !== 'APPROVED_1') return refuse('STATE_FORBIDS', { state });
  const step = state === 'ELIGIBLE' ? 1 : 2;
  if (step === 2 && role !== 'APPROVER2') return refuse('SECOND_APPROVAL_REQUIRED');
  const barred = [shapersOf(file, claim, asking), approversOf(claim), payersOf(file, claim)];
  if (barred.some((people) => people.has(id))) return refuse('SEPARATION_OF_DUTIES');
  const sufficient = step === 2 || !needsSecond(file, claim, asking);
  const approvedOn = textOf(asking.today);
  return accept({
    type: 'ApprovalGiven',
    payload: { claimId, determinationId, decisionHash, step, sufficient, entitlementCents, approvedOn },
  });
}
