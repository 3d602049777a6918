import { accept, refuse, type Asking, type Decider, type Decision } from '../decider.js';
import type { RecordedOf, Role } from '../event.js';
import { addDays, dayOf, textOf } from '../values/calendar-date.js';
import { evolveBatch, lineOf, NO_BATCH, type BatchState } from './batch.js';
import type { BatchEvent } from './events.js';
import { tellOfBank, type BankCommand } from './bank-lines.js';
import { changeLine, type LineCommand } from './change-line.js';
import { exportBatch, type ExportBatch } from './export-batch.js';
import type { OnBatch } from './on-batch.js';
import { prepareBatch, type PrepareBatch } from './prepare-batch.js';

/** Everything that may be asked of one payment batch. */
export type BatchCommand =
  | PrepareBatch
  | ({ readonly type: 'ReleaseBatch' } & OnBatch)
  /** A line that no longer holds falls out; the rest is paid. */
  | ({ readonly type: 'DropLine'; readonly claimId: string; readonly code: string } & OnBatch)
  | ({ readonly type: 'CancelBatch'; readonly reason: string } & OnBatch)
  | ExportBatch
  | LineCommand
  | BankCommand;

export const BATCH_COMMANDS: Readonly<Record<BatchCommand['type'], readonly Role[]>> = {
  PrepareBatch: ['OFFICER'],
  ReleaseBatch: ['OFFICER'],
  DropLine: ['SYSTEM'],
  /** The clock cancels what stayed prepared for more than fourteen days. */
  CancelBatch: ['OFFICER', 'SYSTEM'],
  ExportBatch: ['SYSTEM'],
  HoldLine: ['OFFICER'],
  FreeLine: ['OFFICER'],
  OffsetLine: ['OFFICER'],
  SettleLine: ['FINANCE'],
  RejectLine: ['FINANCE'],
  ReturnLine: ['FINANCE'],
};

function decide(batch: BatchState, command: BatchCommand, asking: Asking): Decision<BatchEvent> {
  if (!BATCH_COMMANDS[command.type].includes(asking.actor.role)) return refuse('ROLE_MAY_NOT_RECORD');
  if (command.type === 'PrepareBatch') return prepareBatch(batch, command, asking);
  if (batch.status === 'NONE') return refuse('NOT_FOUND');
  if (command.type === 'DropLine') return dropLine(batch, command);
  if (command.ifMatch !== undefined && command.ifMatch !== batch.version) return refuse('VERSION_STALE');
  switch (command.type) {
    case 'ReleaseBatch':
      return release(batch, asking);
    case 'CancelBatch':
      return cancel(batch, command.reason, asking);
    case 'ExportBatch':
      return exportBatch(batch, command, asking);
    case 'HoldLine':
    case 'FreeLine':
    case 'OffsetLine':
      return changeLine(batch, command);
    case 'SettleLine':
    case 'RejectLine':
    case 'ReturnLine':
      return tellOfBank(batch, command);
    default:
      return command satisfies never;
  }
}

/** Who releases is the payer, and never who prepared it (R42). */
function release(batch: BatchState, { actor, today }: Asking): Decision<BatchEvent> {
  if (batch.status !== 'PREPARED' || batch.batchId === undefined) return refuse('BATCH_STATE_FORBIDS');
  if (batch.preparer === actor.id) return refuse('SEPARATION_OF_DUTIES');
  const payload = { batchId: batch.batchId, payer: actor.id, releasedOn: textOf(today) };
  return accept({ type: 'BatchReleased', payload });
}

function dropLine(batch: BatchState, command: Extract<BatchCommand, { type: 'DropLine' }>): Decision<BatchEvent> {
  const { batchId, claimId, code, ifMatch } = command;
  const line = lineOf(batch, claimId);
  if (!line) return refuse('NOT_FOUND');
  if (line.state === 'DROPPED') return accept();
  if (ifMatch !== undefined && ifMatch !== batch.version) return refuse('VERSION_STALE');
  if (batch.status !== 'RELEASED') return refuse('BATCH_STATE_FORBIDS');
  return accept({ type: 'BatchLineDropped', payload: { batchId, claimId, code } });
}

/** Days a batch may lie prepared; then the clock cancels it and its claims are free for another. */
export const PREPARED_DAYS_MAX = 14;

function cancel(batch: BatchState, reason: string, { actor, today }: Asking): Decision<BatchEvent> {
  if (batch.status === 'EXPORTED') return refuse('BATCH_ALREADY_EXPORTED');
  if (batch.status === 'CANCELLED' || batch.batchId === undefined) return refuse('BATCH_STATE_FORBIDS');
  if (actor.role === 'SYSTEM') {
    if (batch.status !== 'PREPARED') return refuse('BATCH_STATE_FORBIDS');
    if (addDays(dayOf(batch.preparedOn ?? ''), PREPARED_DAYS_MAX) >= today) return refuse('TERM_NOT_PASSED');
  }
  return accept({ type: 'BatchCancelled', payload: { batchId: batch.batchId, reason, cancelledOn: textOf(today) } });
}

/** Betaalbatch (stream `batch-…`). The orders themselves are given claim by claim, on the clients' files. */
export const batchDecider: Decider<BatchState, BatchCommand, BatchEvent, Asking, RecordedOf<BatchEvent>> = {
  initial: NO_BATCH,
  evolve: evolveBatch,
  decide,
};
