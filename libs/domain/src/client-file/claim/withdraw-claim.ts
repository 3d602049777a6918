import { accept, refuse } from '../../decider.js';
import { textOf } from '../../values/calendar-date.js';
import type { ClaimCommand, FileAsking, FileDecision } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import { standingOf, type ClaimState } from './claim-state.js';

const WITHDRAWABLE: ReadonlySet<ClaimState> = new Set([
  'INCOMPLETE',
  'MATURING',
  'VERIFYING',
  'IN_REVIEW',
  'CONTESTED',
  'ELIGIBLE',
]);

/** Intrekking by the provider, as long as nothing was rejected, approved or paid, and nothing is owed back to it. */
export function withdrawClaim(
  file: ClientFile,
  { claim, claimId, reason }: ClaimCommand<'WithdrawClaim'>,
  asking: FileAsking,
): FileDecision {
  const { state, netCents } = standingOf(file, claim, asking);
  if (state === 'WITHDRAWN') return accept(); // It is what was asked for.
  if (!WITHDRAWABLE.has(state) || netCents !== 0) return refuse('STATE_FORBIDS', { state });
  return accept({ type: 'ClaimWithdrawn', payload: { claimId, reason, withdrawnOn: textOf(asking.today) } });
}
