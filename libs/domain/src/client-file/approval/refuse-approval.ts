import { accept, refuse } from '../../decider.js';
import { textOf } from '../../values/calendar-date.js';
import type { ClaimCommand, FileAsking, FileDecision } from '../asking.js';
import { isLive, standingOf, type ClaimState } from '../claim/claim-state.js';
import type { ClientFile } from '../client-file.js';
import { isStale } from './stale.js';

const REFUSABLE: ReadonlySet<ClaimState> = new Set(['ELIGIBLE', 'APPROVED_1', 'APPROVED']);

/** Geweigerde fiattering: the claim waits for another officer; what is wrong is recorded as a fact. */
export function refuseApproval(
  file: ClientFile,
  command: ClaimCommand<'RefuseApproval'>,
  asking: FileAsking,
): FileDecision {
  const { claim, claimId, determinationId, decisionHash, grounds } = command;
  const { state, orderedCents } = standingOf(file, claim, asking);
  if (orderedCents > 0 || state === 'PAID') return refuse('PAYMENT_ALREADY_ORDERED');
  if (isLive(file, claim) && isStale(claim, command)) return refuse('DECISION_STALE');
  if (!REFUSABLE.has(state)) return refuse('STATE_FORBIDS', { state });
  const refusedOn = textOf(asking.today);
  return accept({
    type: 'ApprovalRefused',
    payload: { claimId, determinationId, decisionHash, grounds, refusedOn },
  });
}
