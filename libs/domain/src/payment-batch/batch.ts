import type { EventOf, RecordedOf } from '../event.js';
import type { BatchEvent, BatchPrepared } from './events.js';

type PreparedLine = EventOf<typeof BatchPrepared>['payload']['lines'][number];

/** Where one line stands: whether its order was given is written on the client's file, not here. */
export type BatchLineState = 'OPEN' | 'HELD' | 'DROPPED' | 'SETTLED' | 'REJECTED';

export interface BatchLine extends PreparedLine {
  readonly state: BatchLineState;
  /** Why it was dropped, held or rejected. */
  readonly code?: string;
  /** Clawbacks settled by paying less. */
  readonly offsets: readonly { readonly clawbackId: string; readonly cents: number }[];
}

export type BatchStatus = 'NONE' | 'PREPARED' | 'RELEASED' | 'EXPORTED' | 'CANCELLED';

/** Betaalbatch: what one officer prepared and another released (life cycle §4). */
export interface BatchState {
  readonly status: BatchStatus;
  readonly batchId?: string;
  readonly lines: readonly BatchLine[];
  /** Subject ids: who prepared it, and who released it and so is the payer (R42). */
  readonly preparer?: string;
  readonly payer?: string;
  readonly preparedOn?: string;
  readonly releasedOn?: string;
  /** Count of the batch's events. */
  readonly version: number;
}

export const NO_BATCH: BatchState = { status: 'NONE', lines: [], version: 0 };

export const lineOf = (batch: BatchState, claimId: string): BatchLine | undefined =>
  batch.lines.find((line) => line.claimId === claimId);

/** Folds every event of a batch. */
export function evolveBatch(batch: BatchState, event: RecordedOf<BatchEvent>): BatchState {
  return { ...changed(batch, event), version: batch.version + 1 };
}

function changed(batch: BatchState, event: RecordedOf<BatchEvent>): BatchState {
  switch (event.type) {
    case 'BatchPrepared': {
      const { batchId, preparedOn } = event.payload;
      const lines = event.payload.lines.map((line) => ({ ...line, state: 'OPEN' as const, offsets: [] }));
      return { ...batch, status: 'PREPARED', batchId, lines, preparer: event.actor.id, preparedOn };
    }
    case 'BatchReleased': {
      const { payer, releasedOn } = event.payload;
      return { ...batch, status: 'RELEASED', payer, releasedOn };
    }
    case 'BatchExported':
      return { ...batch, status: 'EXPORTED' };
    case 'BatchCancelled':
      return { ...batch, status: 'CANCELLED' };
    case 'BatchLineDropped':
      return cancelledWhenEmpty(withLine(batch, event.payload.claimId, standing('DROPPED', event.payload.code)));
    case 'BatchLineSettled':
      return withLine(batch, event.payload.claimId, standing('SETTLED'));
    case 'BatchLineRejected':
      return withLine(batch, event.payload.claimId, standing('REJECTED', event.payload.bankReason));
    case 'BatchLineHeld':
      return withLine(batch, event.payload.claimId, standing('HELD', event.payload.reason));
    case 'BatchLineFreed':
      return withLine(batch, event.payload.claimId, standing('OPEN'));
    case 'BatchLineOffset': {
      const { claimId, clawbackId, cents } = event.payload;
      return withLine(batch, claimId, (line) => ({ ...line, offsets: [...line.offsets, { clawbackId, cents }] }));
    }
    default:
      event satisfies never;
      return batch;
  }
}

type Change = (line: BatchLine) => BatchLine;

/** A line in a new state, with the reason of that state and no earlier one. */
const standing =
  (state: BatchLineState, code?: string): Change =>
  ({ claimId, cents, determinationId, decisionHash, endToEndId, offsets }) => {
    const pinned = { claimId, cents, determinationId, decisionHash, endToEndId, offsets };
    return code === undefined ? { ...pinned, state } : { ...pinned, state, code };
  };

const withLine = (batch: BatchState, claimId: string, change: Change): BatchState => ({
  ...batch,
  lines: batch.lines.map((line) => (line.claimId === claimId ? change(line) : line)),
});

/** A batch of which nothing is left pays nobody: it counts as cancelled. */
const cancelledWhenEmpty = (batch: BatchState): BatchState =>
  batch.lines.every(({ state }) => state === 'DROPPED') ? { ...batch, status: 'CANCELLED' } : batch;
