import type { EventId } from '../../values/ids.js';
import type { RecordedAs } from '../events.js';

/** A booking of the bank that fits no outstanding order, until finance has resolved it. */
export interface Mismatch {
  /** The event that reported it. */
  readonly eventId: EventId;
  readonly claimId: string;
  readonly orderId?: string;
  readonly endToEndId: string;
  readonly reason: RecordedAs<'PaymentMismatchReported'>['payload']['reason'];
  readonly cents: number;
  readonly currency: string;
  readonly reportedOn: string;
}

export function evolveMismatches(
  mismatches: readonly Mismatch[],
  event: RecordedAs<'PaymentMismatchReported'> | RecordedAs<'PaymentMismatchResolved'>,
): readonly Mismatch[] {
  if (event.type === 'PaymentMismatchResolved')
    return mismatches.filter(({ eventId }) => eventId !== event.payload.mismatchEventId);
  const { orderId, ...rest } = event.payload;
  return [...mismatches, { ...rest, ...(orderId !== undefined && { orderId }), eventId: event.id }];
}
