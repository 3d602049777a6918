import { accept, refuse } from '../../decider.js';
import { textOf } from '../../values/calendar-date.js';
import type { ClawbackCommand, FileAsking, FileDecision } from '../asking.js';
import { standingOf } from '../claim/claim-state.js';
import type { ClientFile } from '../client-file.js';

/** Zienswijze: what the provider says of a proposal to ask money back. Its words go to the vault. */
export function hearClawback(
  file: ClientFile,
  { claim, clawback, position }: ClawbackCommand<'HearClawback'>,
  asking: FileAsking,
): FileDecision {
  const { state, beneath } = standingOf(file, claim, asking);
  // An objection against another decision does not take the provider's say away.
  if (beneath !== 'CLAWBACK_PROPOSED' || clawback.state !== 'PROPOSED') return refuse('STATE_FORBIDS', { state });
  const { claimId, clawbackId } = clawback;
  return accept({
    type: 'ClawbackHeard',
    payload: { claimId, clawbackId, position, heardOn: textOf(asking.today) },
  });
}
