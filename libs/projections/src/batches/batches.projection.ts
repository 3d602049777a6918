import {
  addDays,
  amsterdamDay,
  controlSumOf,
  dayOf,
  evolveBatch,
  netCentsOf,
  NO_BATCH,
  textOf,
  type BatchEvent,
  type BatchLine,
  type BatchState,
  type BatchStatus,
  type Day,
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
  readonly exportedOn?: string;
  /** Lines that were exported and of which the bank has not told yet. */
  readonly awaited: number;
  /** Amsterdam day of the last change. */
  readonly changedOn: string;
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
  readonly providerId?: string;
  /** What the bank is asked to pay: with tax on top, less what is set off. */
  readonly netCents: number;
  /** Since when the bank is to tell of it. */
  readonly awaitedSinceOn?: string;
}

interface ReadBatch {
  readonly batch: BatchState;
  readonly changedOn: string;
}

const BATCH_FOLD: StreamFold<ReadBatch> = {
  follows: (stream) => stream.startsWith('batch-'),
  initial: () => ({ batch: NO_BATCH, changedOn: '' }),
  evolve: ({ batch }, event) => ({
    batch: evolveBatch(batch, plain(event) as RecordedOf<BatchEvent>),
    changedOn: textOf(amsterdamDay(event.recordedAt)),
  }),
};

const isAwaited = ({ status }: BatchState, { state }: BatchLine): boolean => status === 'EXPORTED' && state === 'OPEN';

export const BATCHES: Projection<ListedBatch> = defineProjection<ReadBatch, ListedBatch>({
  name: 'batches',
  version: 3,
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
    exportedOn: 'text',
    awaited: 'integer',
    changedOn: 'text',
    changes: 'integer',
  },
  primaryKey: ['municipality', 'batchId'],
  indexes: [['status'], ['changedOn']],
  rows: ({ batch, changedOn }, stream) => {
    const { batchId, status, lines, preparer, preparedOn, payer, releasedOn, exported, version } = batch;
    if (batchId === undefined || preparer === undefined || preparedOn === undefined) return [];
    return [
      {
        municipality: municipalityOf(stream),
        batchId,
        status,
        lines,
        controlSumCents: controlSumOf(lines),
        preparer,
        preparedOn,
        ...(payer !== undefined && { payer }),
        ...(releasedOn !== undefined && { releasedOn }),
        ...(exported && { exportedOn: exported.exportedOn }),
        awaited: lines.filter((line) => isAwaited(batch, line)).length,
        changedOn,
        changes: version,
      },
    ];
  },
});

export const BATCH_LINES: Projection<ListedBatchLine> = defineProjection<ReadBatch, ListedBatchLine>({
  name: 'batch-lines',
  version: 2,
  fold: BATCH_FOLD,
  columns: {
    municipality: 'text',
    batchId: 'text',
    claimId: 'text',
    cents: 'integer',
    status: 'text',
    state: 'text',
    open: 'boolean',
    providerId: 'text',
    netCents: 'integer',
    awaitedSinceOn: 'text',
  },
  primaryKey: ['municipality', 'batchId', 'claimId'],
  indexes: [['claimId', 'open']],
  rows: ({ batch }, stream) => {
    const { batchId = '', status, exported } = batch;
    return batch.lines.map((line) => ({
      municipality: municipalityOf(stream),
      batchId,
      claimId: line.claimId,
      cents: line.cents,
      status,
      state: line.state,
      open: status !== 'CANCELLED' && (line.state === 'OPEN' || line.state === 'HELD'),
      ...(line.providerId !== undefined && { providerId: line.providerId }),
      netCents: netCentsOf(line),
      ...(exported && isAwaited(batch, line) && { awaitedSinceOn: exported.exportedOn }),
    }));
  },
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

/** Days within which a bank tells of an exported line; longer is an alarm. */
const ANSWER_DAYS_MAX = 5;

/** Whether the bank has said nothing of some line for too long. */
export const isUnanswered = ({ awaited, exportedOn }: ListedBatch, today: Day): boolean =>
  awaited > 0 && exportedOn !== undefined && addDays(dayOf(exportedOn), ANSWER_DAYS_MAX) < today;

/** Which of these claims, or of all, were exported, and heard nothing of by the bank for too long. */
export async function unansweredOf(
  reads: ReadStore,
  {
    municipality,
    claimIds,
    today,
  }: { readonly municipality: string; readonly claimIds?: readonly string[]; readonly today: Day },
): Promise<ReadonlySet<string>> {
  if (claimIds?.length === 0) return new Set();
  const lines = await reads.select(BATCH_LINES, {
    where: [
      ...(claimIds === undefined ? [] : [{ column: 'claimId', is: 'in', values: claimIds } as const]),
      { column: 'municipality', is: '=', value: municipality },
      { column: 'awaitedSinceOn', is: '<', value: textOf(addDays(today, -ANSWER_DAYS_MAX)) },
    ],
  });
  return new Set(lines.map(({ claimId }) => claimId));
}
