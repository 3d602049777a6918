import { reachesProvider, remittedCents } from '@uitkomst/domain';
import type { ReadStore } from '../reads.js';
import { BATCH_LINES, BATCHES } from './batches.projection.js';

/** What one provider is paid in one batch, all its lines together. */
export interface OwnRemittance {
  readonly batchId: string;
  readonly exportedOn: string;
  readonly lines: number;
  readonly totalCents: number;
  /** What of it the bank says it paid. */
  readonly paidCents: number;
}

/** The exported batches in which this provider has lines, the latest first. */
export async function readOwnRemittances(
  reads: ReadStore,
  municipality: string,
  providerId: string,
): Promise<readonly OwnRemittance[]> {
  const lines = await reads.select(BATCH_LINES, {
    where: [
      { column: 'municipality', is: '=', value: municipality },
      { column: 'providerId', is: '=', value: providerId },
      { column: 'status', is: '=', value: 'EXPORTED' },
    ],
    orderBy: [{ column: 'batchId' }],
  });
  const theirs = lines.filter(reachesProvider);
  if (theirs.length === 0) return [];
  const batches = await reads.select(BATCHES, {
    where: [
      { column: 'municipality', is: '=', value: municipality },
      { column: 'batchId', is: 'in', values: [...new Set(theirs.map(({ batchId }) => batchId))] },
    ],
    orderBy: [{ column: 'exportedOn', descending: true }, { column: 'batchId' }],
  });
  return batches.flatMap(({ batchId, exportedOn }) => {
    const own = theirs.filter((line) => line.batchId === batchId);
    if (exportedOn === undefined) return [];
    return [{ batchId, exportedOn, lines: own.length, ...remittedCents(own) }];
  });
}
