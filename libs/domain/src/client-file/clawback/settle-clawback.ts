import { accept, refuse } from '../../decider.js';
import { dayOf } from '../../values/calendar-date.js';
import type { ClawbackCommand, FileAsking, FileDecision } from '../asking.js';
import { standingOf } from '../claim/claim-state.js';
import type { ClientFile } from '../client-file.js';
import { outstandingCents } from './clawbacks.js';

/** Money that came back: an invoice that was paid, or an offset in a later batch. In instalments, never more than is outstanding. */
export function settleClawback(
  file: ClientFile,
  { claim, clawback, method, cents, settledOn, batchId }: ClawbackCommand<'SettleClawback'>,
  asking: FileAsking,
): FileDecision {
  // The system carries a batch through; what was invoiced comes in through people.
  if (asking.actor.role === 'SYSTEM' && method !== 'OFFSET') return refuse('ROLE_MAY_NOT_RECORD');
  const offset = method === 'OFFSET' && batchId !== undefined;
  if (offset && clawback.settlements.some((one) => one.batchId === batchId)) return accept(); // One batch offsets it once.
  const { state, beneath } = standingOf(file, claim, asking);
  if (beneath !== 'CLAWBACK_DECIDED' || clawback.state !== 'DECIDED') return refuse('STATE_FORBIDS', { state });
  if (dayOf(settledOn) > asking.today) return refuse('INVALID_PERIOD', { field: 'settledOn' });
  if (cents <= 0 || cents > outstandingCents(clawback)) return refuse('AMOUNT_ABOVE_OUTSTANDING');
  const { claimId, clawbackId } = clawback;
  return accept({
    type: 'ClawbackSettled',
    payload: { claimId, clawbackId, cents, method, settledOn, ...(batchId === undefined ? {} : { batchId }) },
  });
}
