import type { Receipt } from '@uitkomst/contracts';
import type { RecordedEvent } from '@uitkomst/ledger';

/** What proves that the ledger took an event. */
export const receiptOf = ({ id, type, leafHash, recordedAt }: RecordedEvent): Receipt => ({
  eventId: id,
  leafHash,
  recordedAt,
  type,
});
