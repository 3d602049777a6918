import { accept, refuse } from '../../decider.js';
import { textOf } from '../../values/calendar-date.js';
import type { ClawbackCommand, FileAsking, FileDecision } from '../asking.js';
import { standingOf } from '../claim/claim-state.js';
import type { ClientFile } from '../client-file.js';
import { hearingUntil, wasHeard } from './clawbacks.js';
import { paidBy } from './uninvolved.js';

/**
 * What the provider brought forward convinces: the money stays. Only after hearing, because only then it is not proposed again while
 * the decision says the same.
 */
export function withdrawClawback(
  file: ClientFile,
  { claim, clawback, grounds }: ClawbackCommand<'WithdrawClawback'>,
  asking: FileAsking,
): FileDecision {
  const { claimId, clawbackId } = clawback;
  const { state } = standingOf(file, claim, asking);
  if (clawback.letGo) return accept(); // It is what was asked for.
  if (state !== 'CLAWBACK_PROPOSED' || clawback.state !== 'PROPOSED') return refuse('STATE_FORBIDS', { state });
  if (paidBy(file, claim).has(asking.actor.id)) return refuse('SEPARATION_OF_DUTIES');
  const withdrawnOn = textOf(asking.today);
  if (!wasHeard(clawback, claim, withdrawnOn)) {
    const until = hearingUntil(clawback, claim);
    return refuse('HEARING_TERM_RUNNING', until === undefined ? undefined : { date: until });
  }
  return accept({ type: 'ClawbackWithdrawn', payload: { claimId, clawbackId, code: grounds, withdrawnOn } });
}
