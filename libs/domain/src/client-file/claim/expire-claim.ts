import { accept, refuse } from '../../decider.js';
import { dayOf, textOf } from '../../values/calendar-date.js';
import type { ClaimCommand, FileAsking, FileDecision } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import { standingOf } from './claim-state.js';

/** The completion term passed without the evidence: the clock ends the claim. */
export function expireClaim(
  file: ClientFile,
  { claim, claimId }: ClaimCommand<'ExpireClaim'>,
  asking: FileAsking,
): FileDecision {
  const { state } = standingOf(file, claim, asking);
  const until = claim.completionUntilOn;
  if (state !== 'INCOMPLETE' || until === undefined) return refuse('STATE_FORBIDS', { state });
  if (asking.today <= dayOf(until)) return refuse('TERM_NOT_PASSED', { date: until });
  return accept({ type: 'ClaimExpired', payload: { claimId, expiredOn: textOf(asking.today) } });
}
