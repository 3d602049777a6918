import { accept, refuse } from '../../decider.js';
import { textOf } from '../../values/calendar-date.js';
import type { ClawbackCommand, FileAsking, FileDecision } from '../asking.js';
import { standingOf } from '../claim/claim-state.js';
import type { ClientFile } from '../client-file.js';
import { hearingUntil } from './clawbacks.js';
import { paidBy } from './uninvolved.js';

/** Besluit tot terugvordering, of all that was proposed, by somebody uninvolved and after the provider could be heard (R44). */
export function decideClawback(
  file: ClientFile,
  { claim, clawback, grounds }: ClawbackCommand<'DecideClawback'>,
  asking: FileAsking,
): FileDecision {
  const { claimId, clawbackId, proposedCents } = clawback;
  const { state } = standingOf(file, claim, asking);
  if (state !== 'CLAWBACK_PROPOSED' || clawback.state !== 'PROPOSED') return refuse('STATE_FORBIDS', { state });
  if (paidBy(file, claim).has(asking.actor.id)) return refuse('SEPARATION_OF_DUTIES');
  const until = hearingUntil(clawback, claim);
  const decidedOn = textOf(asking.today);
  if (until === undefined) return refuse('HEARING_TERM_RUNNING');
  if (decidedOn <= until) return refuse('HEARING_TERM_RUNNING', { date: until });
  return accept({
    type: 'ClawbackDecided',
    payload: { claimId, clawbackId, cents: proposedCents, decidedOn, grounds },
  });
}
