import { accept, refuse } from '../../decider.js';
import { dayOf } from '../../values/calendar-date.js';
import type { ClaimCommand, FileAsking, FileDecision } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import { orderNamed } from './settle-payment.js';

/** Retourbetaling: the bank sent back what it had booked. It counts as never paid, and can be ordered again. */
export function returnPayment(
  file: ClientFile,
  command: ClaimCommand<'ReturnPayment'>,
  asking: FileAsking,
): FileDecision {
  const { claimId, orderId, cents, returnedOn, paymentRef, bankReason } = command;
  const order = orderNamed(file, command);
  if (order === undefined) return refuse('UNKNOWN_REFERENCE', { field: 'orderId' });
  if (order.state === 'RETURNED' && order.paidCents === 0 && order.returnedCents === cents) return accept();
  if (order.state !== 'PAID') return refuse('STATE_FORBIDS', { state: order.state });
  if (dayOf(returnedOn) > asking.today) return refuse('INVALID_PERIOD', { field: 'returnedOn' });
  if (cents <= 0 || cents > order.paidCents) return refuse('AMOUNT_ABOVE_OUTSTANDING');
  return accept({
    type: 'PaymentReturned',
    payload: {
      claimId,
      orderId,
      cents,
      returnedOn,
      ...(paymentRef === undefined ? {} : { paymentRef }),
      ...(bankReason === undefined ? {} : { bankReason }),
    },
  });
}
