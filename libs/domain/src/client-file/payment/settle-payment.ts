import { accept, refuse } from '../../decider.js';
import type { Command, FileDecision } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import { ofClaim } from '../clawback/clawbacks.js';
import type { RecordedAs } from '../events.js';
import type { OfOrder, PaymentOrder } from './payments.js';

export const orderNamed = ({ payments }: ClientFile, { claimId, orderId }: OfOrder): PaymentOrder | undefined =>
  ofClaim(payments, claimId).find((order) => order.orderId === orderId);

/** Betaald: the bank's word on an open order, or finance's on one that the bank had given another word on before. */
export function settlePayment(file: ClientFile, command: Command<'SettlePayment'>): FileDecision {
  const order = orderNamed(file, command);
  if (order === undefined) return refuse('LINE_MISMATCH');
  if (order.state === 'PAID') return accept();
  if (order.state !== 'OPEN' && !isQuestioned(file, order)) return refuse('LINE_MISMATCH');
  if (command.cents < 1 || command.cents > order.cents) return refuse('AMOUNT_ABOVE_OUTSTANDING');
  return accept({ type: 'ClaimPaid', payload: paidOf(order, command) });
}

/** Niet uitgevoerd: the claim may be ordered again, on the same approvals if the decision did not change. */
export function failPayment(file: ClientFile, command: Command<'FailPayment'>): FileDecision {
  const { claimId, orderId, failedOn, bankReason } = command;
  const order = orderNamed(file, command);
  if (order?.state === 'FAILED') return accept();
  if (order?.state !== 'OPEN') return refuse('LINE_MISMATCH');
  const reason = bankReason === undefined ? {} : { bankReason };
  return accept({ type: 'PaymentFailed', payload: { claimId, orderId, failedOn, ...reason } });
}

const isQuestioned = ({ mismatches }: ClientFile, { claimId, orderId }: OfOrder): boolean =>
  ofClaim(mismatches, claimId).some((mismatch) => mismatch.orderId === orderId);

function paidOf(
  { claimId, orderId, providerId, milestone, outcomeType, episodeOn, jobId }: PaymentOrder,
  { cents, paidOn }: Command<'SettlePayment'>,
): RecordedAs<'ClaimPaid'>['payload'] {
  return {
    claimId,
    orderId,
    providerId,
    milestone,
    outcomeType,
    cents,
    paidOn,
    ...(episodeOn !== undefined && { episodeOn }),
    ...(jobId !== undefined && { jobId }),
  };
}
