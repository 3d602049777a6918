import { accept, refuse } from '../../decider.js';
import { accountInForce } from '../../providers/account-in-force.js';
import { textOf } from '../../values/calendar-date.js';
import { isStale } from '../approval/stale.js';
import type { ClaimCommand, Command, FileAsking, FileDecision } from '../asking.js';
import { isLive, standingOf } from '../claim/claim-state.js';
import type { ClientFile } from '../client-file.js';
import { ofClaim } from '../clawback/clawbacks.js';
import { orderNamed } from './settle-payment.js';

/** Just before the money goes: is the order open, its decision the claim's, its sum still due and its account the provider's? */
export function recheckOrder(
  file: ClientFile,
  command: ClaimCommand<'RecheckOrder'>,
  asking: FileAsking,
): FileDecision {
  const { claim } = command;
  const named = orderNamed(file, command);
  const { providerId } = claim.submission.payload;
  if (named?.state !== 'OPEN' || named.order === undefined || !isLive(file, claim)) return refuse('STATE_FORBIDS');
  if (isStale(claim, named.order) || claim.refusal !== undefined) return refuse('DECISION_STALE');
  if (ofClaim(file.mismatches, claim.claimId).length > 0) return refuse('LINE_MISMATCH');
  if (accountInForce(asking.terms, providerId, asking) !== named.order.accountId)
    return refuse('ACCOUNT_NOT_CONFIRMED');
  // An earlier order turned out to be paid after all.
  if (standingOf(file, claim, asking).toPayCents < 0) return refuse('AMOUNT_ABOVE_OUTSTANDING');
  return accept();
}

/** Opdracht ingetrokken: the batch was cancelled, or its line fell out, before the bank was told. */
export function cancelOrder(file: ClientFile, command: Command<'CancelOrder'>, { today }: FileAsking): FileDecision {
  const { claimId, orderId, code } = command;
  const order = orderNamed(file, command);
  if (order?.state === 'CANCELLED') return accept();
  if (order?.state !== 'OPEN') return refuse('STATE_FORBIDS');
  return accept({
    type: 'PaymentOrderCancelled',
    payload: { claimId, orderId, code, cancelledOn: textOf(today) },
  });
}
