import { accept, refuse, type Asking, type Decision } from '../decider.js';
import { textOf } from '../values/calendar-date.js';
import type { BatchState } from './batch.js';
import type { BatchEvent } from './events.js';
import type { OnBatch } from './on-batch.js';

/** The file for the bank was made of exactly these claims, and is kept. */
export interface ExportBatch extends OnBatch {
  readonly type: 'ExportBatch';
  readonly fileHash: string;
  readonly messageId: string;
  readonly claimIds: readonly string[];
  readonly requestedBy?: string;
}

/** Uitvoer: once. A batch that was exported gives its kept file again, whatever is asked for now. */
export function exportBatch(batch: BatchState, command: ExportBatch, { today }: Asking): Decision<BatchEvent> {
  const { batchId, fileHash, messageId, requestedBy } = command;
  if (batch.status === 'EXPORTED') return accept();
  if (batch.status !== 'RELEASED' || !holdsExactly(batch, command.claimIds)) return refuse('BATCH_STATE_FORBIDS');
  const payload = { batchId, fileHash, messageId, exportedOn: textOf(today) };
  return accept({
    type: 'BatchExported',
    payload: requestedBy === undefined ? payload : { ...payload, requestedBy },
  });
}

/** Every line is in the file or has fallen out: none is held, and none fell out since the file was made. */
function holdsExactly({ lines }: BatchState, claimIds: readonly string[]): boolean {
  const left = lines.filter(({ state }) => state !== 'DROPPED');
  const told = new Set(claimIds);
  return told.size === left.length && left.every(({ claimId, state }) => state === 'OPEN' && told.has(claimId));
}
