import { accept, refuse } from '../../decider.js';
import type { ClaimCommand, FileAsking, FileDecision } from '../asking.js';
import { overpaidCents, standingOf } from '../claim/claim-state.js';
import type { ClientFile } from '../client-file.js';
import { isBeingDecided } from '../draft.js';
import { ofClaim } from './clawbacks.js';
import { horizonRuns } from './horizon.js';

/**
 * Asks whether money must come back. A clawback follows from the money and the decision by itself, so there is nothing here to
 * propose that was not proposed in this very append: the rest is the reason why not.
 */
export function proposeClawback(
  file: ClientFile,
  { claim, claimId }: ClaimCommand<'ProposeClawback'>,
  asking: FileAsking,
): FileDecision {
  const standing = standingOf(file, claim, asking);
  const isNew = ofClaim(file.clawbacks, claimId).some(({ proposedAt }) => proposedAt === file.append);
  if (isNew && isBeingDecided(file)) return accept();
  if (standing.state !== 'PAID') return refuse('STATE_FORBIDS', { state: standing.state });
  if (overpaidCents(file, claimId, standing) <= 0) return refuse('NO_GROUND');
  return horizonRuns(file, claim, asking) ? refuse('NO_GROUND') : refuse('CLAWBACK_TIME_BARRED');
}
