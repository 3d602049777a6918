import { accept, refuse } from '../../decider.js';
import { textOf } from '../../values/calendar-date.js';
import type { ClawbackCommand, FileAsking, FileDecision } from '../asking.js';
import { standingOf } from '../claim/claim-state.js';
import type { ClientFile } from '../client-file.js';
import { outstandingCents } from './clawbacks.js';
import { paidBy } from './uninvolved.js';

/** Afboeking: what is still outstanding is given up. It was paid and stays paid, so it keeps counting as that outflow's bonus. */
export function writeOffClawback(
  file: ClientFile,
  { claim, clawback }: ClawbackCommand<'WriteOffClawback'>,
  asking: FileAsking,
): FileDecision {
  const { claimId, clawbackId } = clawback;
  const { state } = standingOf(file, claim, asking);
  if (state !== 'CLAWBACK_DECIDED' || clawback.state !== 'DECIDED') return refuse('STATE_FORBIDS', { state });
  if (paidBy(file, claim).has(asking.actor.id)) return refuse('SEPARATION_OF_DUTIES');
  const settledOn = textOf(asking.today);
  return accept({
    type: 'ClawbackSettled',
    payload: { claimId, clawbackId, cents: outstandingCents(clawback), method: 'WRITE_OFF', settledOn },
  });
}
