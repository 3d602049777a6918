import { accept, refuse } from '../../decider.js';
import { dayOf, textOf } from '../../values/calendar-date.js';
import type { ClaimCommand, FileAsking, FileDecision } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import { standingOf } from './claim-state.js';

/** Evidence that was asked for, within the term; its last day is in time. */
export function completeClaim(
  file: ClientFile,
  command: ClaimCommand<'CompleteClaim'>,
  asking: FileAsking,
): FileDecision {
  const { claim, claimId, evidence } = command;
  const { state } = standingOf(file, claim, asking);
  if (state !== 'INCOMPLETE') return refuse('STATE_FORBIDS', { state });
  const until = claim.completionUntilOn;
  if (until !== undefined && asking.today > dayOf(until)) return refuse('TERM_PASSED', { date: until });
  const completedOn = textOf(asking.today);
  return accept({ type: 'ClaimCompleted', payload: { claimId, evidence: [...evidence], completedOn } });
}
