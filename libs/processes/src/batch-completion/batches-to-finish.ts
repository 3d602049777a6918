import { addDays, dayOf, textOf, type BatchState } from '@uitkomst/domain';
import { BATCHES, type ReadStore } from '@uitkomst/projections';
import type { PaymentPorts } from './payment-ports.js';

export interface BatchOf {
  readonly municipality: string;
  readonly batch: BatchState;
}

/** How long a batch is looked at again after its last change, counted back from the latest change of any batch. */
const LOOK_BACK_DAYS = 92;

/**
 * The batches in which a crash may have left something: work is unfinished only where something was going on when it came, however
 * long ago that was. Each as its stream now is.
 */
export async function batchesToFinish(
  reads: ReadStore,
  { readBatch }: Pick<PaymentPorts, 'readBatch'>,
): Promise<readonly BatchOf[]> {
  const [latest] = await reads.select(BATCHES, { orderBy: [{ column: 'changedOn', descending: true }], limit: 1 });
  if (!latest) return [];
  const since = textOf(addDays(dayOf(latest.changedOn), -LOOK_BACK_DAYS));
  const rows = await reads.select(BATCHES, { where: [{ column: 'changedOn', is: '>=', value: since }] });
  const released = await reads.select(BATCHES, { where: [{ column: 'status', is: '=', value: 'RELEASED' }] });
  const found = new Map<string, BatchOf>();
  for (const { municipality, batchId } of [...rows, ...released])
    found.set(`${municipality} ${batchId}`, { municipality, batch: await readBatch(municipality, batchId) });
  return [...found.values()];
}
