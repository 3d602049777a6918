import { addDays, PREPARED_DAYS_MAX, SYSTEM, textOf } from '@uitkomst/domain';
import { BATCHES, type ReadStore } from '@uitkomst/projections';
import { named } from './carry-line.js';
import type { PaymentPorts } from './payment-ports.js';

/** Batches that nobody released in time are cancelled, so that their claims are free for another. Answers with how many. */
export async function cancelStaleBatches(
  reads: ReadStore,
  { sendToBatch, today }: Pick<PaymentPorts, 'sendToBatch' | 'today'>,
): Promise<number> {
  const rows = await reads.select(BATCHES, {
    where: [
      { column: 'status', is: '=', value: 'PREPARED' },
      { column: 'preparedOn', is: '<', value: textOf(addDays(today(), -PREPARED_DAYS_MAX)) },
    ],
  });
  let cancelled = 0;
  for (const { municipality, batchId } of rows) {
    const command = { type: 'CancelBatch', batchId, reason: 'NOT_RELEASED' } as const;
    // Refused where somebody released it meanwhile.
    const { ok } = await sendToBatch({
      municipality,
      command,
      actor: SYSTEM,
      ...named('stale', municipality, batchId),
    });
    if (ok) cancelled += 1;
  }
  return cancelled;
}
