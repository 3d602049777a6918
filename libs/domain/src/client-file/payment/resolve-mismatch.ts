import { accept, refuse } from '../../decider.js';
import { textOf } from '../../values/calendar-date.js';
import type { Command, FileAsking, FileDecision } from '../asking.js';
import type { ClientFile } from '../client-file.js';

/** The bank booked what was not outstanding: nothing is booked here, and nothing more is ordered on the claim. */
export function reportMismatch(
  file: ClientFile,
  { type: _type, ifMatch: _seen, ...told }: Command<'ReportMismatch'>,
  { today }: FileAsking,
): FileDecision {
  const known = file.mismatches.some(
    ({ endToEndId, reason, cents, currency }) =>
      endToEndId === told.endToEndId && reason === told.reason && cents === told.cents && currency === told.currency,
  );
  if (known) return accept();
  return accept({ type: 'PaymentMismatchReported', payload: { ...told, reportedOn: textOf(today) } });
}

/** Finance says what it was; an order that never was can only be dismissed. The money itself follows the batch's line. */
export function resolveMismatch(
  file: ClientFile,
  { claimId, mismatchEventId, result }: Command<'ResolveMismatch'>,
  { today }: FileAsking,
): FileDecision {
  const mismatch = file.mismatches.find((one) => one.eventId === mismatchEventId && one.claimId === claimId);
  if (mismatch === undefined)
    return file.seen.some(({ id, type }) => id === mismatchEventId && type === 'PaymentMismatchReported')
      ? accept()
      : refuse('UNKNOWN_REFERENCE', { field: 'mismatchEventId' });
  if (mismatch.orderId === undefined && result !== 'DISMISSED') return refuse('LINE_MISMATCH');
  return accept({
    type: 'PaymentMismatchResolved',
    payload: { claimId, mismatchEventId, result, resolvedOn: textOf(today) },
  });
}
