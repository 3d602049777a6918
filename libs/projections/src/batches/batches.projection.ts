import {
  evolveBatch,
  NO_BATCH,
  type BatchEvent,
  type BatchLine,
  type BatchState,
  type BatchStatus,
  type RecordedOf,
} from '@uitkomst/domain';
import { plain } from '@uitkomst/ledger';
import { defineProjection, type Projection, type StreamFold } from '../projection.js';
import type { ReadStore } from '../reads.js';
import { municipalityOf } from '../references/stream-names.js';

/** A payment batch with its lines. */
export interface ListedBatch {
  readonly municipality: string;
  readonly batchId: string;
  readonly status: BatchStatus;
  readonly lines: readonly BatchLine[];
  readonly controlSumCents: number;
  readonly preparer: string;
  readonly preparedOn: string;
  readonly payer?: string;
  readonly releasedOn?: string;
  readonly changes: number;
}

/** A claim's line in a batch. */
export interface ListedBatchLine {
  readonly municipality: string;
  readonly batchId: string;
  readonly claimId: string;
  readonly cents: number;
  readonly status: BatchStatus;
  readonly state: BatchLine['state'];
  /** The claim may not be put in another batch: this line may still pay it. */
  readonly open: boolean;
}

const BATCH_FOLD: StreamFold<BatchState> = {
  follows: (stream) => stream.startsWith('batch-'),
  initial: () => NO_BATCH,
  evolve: (batch, event) => evolveBatch(batch, plain(event) as RecordedOf<BatchEvent>),
};

export const BATCHES: Projection<ListedBatch> = defineProjection<BatchState, ListedBatch>({
  name: 'batches',
  version: 1,
  fold: BATCH_FOLD,
  columns: {
    municipality: 'text',
    batchId: 'text',
    status: 'text',
    lines: 'json',
    controlSumCents: 'integer',
    preparer: 'text',
    preparedOn: 'text',
    payer: 'text',
    releasedOn: 'text',
    changes: 'integer',
  },
  primaryKey: ['municipality', 'batchId'],
  indexes: [['status']],
  rows: ({ batchId, status, lines, preparer, preparedOn, payer, releasedOn, version }, stream) => {
    if (batchId === undefined || preparer === undefined || preparedOn === undefined) return [];
    const kept = lines.filter(({ state }) => state !== 'DROPPED');
    return [
      {
        municipality: municipalityOf(stream),
        batchId,
        status,
        lines,
        controlSumCents: kept.reduce((sum, { cents }) => sum + cents, 0),
        preparer,
        preparedOn,
        ...(payer !== undefined && { payer }),
        ...(releasedOn !== undefined && { releasedOn }),
        changes: version,
      },
    ];
  },
});

export const BATCH_LINES: Projection<ListedBatchLine> = defineProjection<BatchState, ListedBatchLine>({
  name: 'batch-lines',
  version: 1,
  fold: BATCH_FOLD,
  columns: {
    municipality: 'text',
    batchId: 'text',
    claimId: 'text',
    cents: 'integer',
    status: 'text',
    state: 'text',
    open: 'boolean',
  },
  primaryKey: ['municipality', 'batchId', 'claimId'],
  indexes: [['claimId', 'open']],
  rows: ({ batchId, status, lines }, stream) =>
    lines.map(({ claimId, cents, state }) => ({
      municipality: municipalityOf(stream),
      batchId: batchId ?? '',
      claimId,
      cents,
      status,
      state,
      open: status !== 'CANCELLED' && (state === 'OPEN' || state === 'HELD'),
    })),
});

/** The batch in which each of these claims now stands, if any (IN_OTHER_BATCH). */
export async function openBatchOf(
  reads: ReadStore,
  municipality: string,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (claimIds.length === 0) return new Map();
  const lines = await reads.select(BATCH_LINES, {
    where: [
      { column: 'claimId', is: 'in', values: claimIds },
      { column: 'open', is: '=', value: true },
      { column: 'municipality', is: '=', value: municipality },
    ],
    orderBy: [{ column: 'batchId' }],
  });
  return new Map(lines.map(({ claimId, batchId }) => [claimId, batchId]));
}
