import type { RowReport } from '@uitkomst/contracts';
import { dayOf, type Language } from '@uitkomst/domain';
import { recordBankLine, type RecordingBank } from '../bank/record-bank-line.js';
import type { PaymentTask } from './record-rows.js';
import { refusedField, refusedRow } from './refused-row.js';

/** Told like the bank tells it; what fits no outstanding order is on the claim for finance to look at, and the row is refused. */
export async function bookPayment(
  { row, index, payment }: PaymentTask,
  recording: RecordingBank,
  language?: Language,
): Promise<RowReport> {
  const { endToEndId, status: result, currency = 'EUR', on, cents, bankReason, paymentRef } = payment;
  // A bank's own value date may lie ahead; this is the day on which it booked.
  if (dayOf(on) > recording.ports.today())
    return refusedField({ row, index }, { field: 'on', code: 'INVALID_PERIOD' }, language);
  const entry = {
    place: `/rows/${index}`,
    endToEndId,
    result,
    currency,
    on,
    ...(cents !== undefined && { cents }),
    ...(bankReason !== undefined && { bankReason }),
    ...(paymentRef !== undefined && { paymentRef }),
  };
  const { status, reason } = await recordBankLine(entry, recording);
  if (status === 'MISMATCH' || status === 'UNKNOWN')
    return refusedRow({ row, index }, reason ?? 'UNKNOWN_ORDER', language);
  return { row, status: status === 'DUPLICATE' ? 'DUPLICATE' : 'RECORDED', errors: [] };
}
