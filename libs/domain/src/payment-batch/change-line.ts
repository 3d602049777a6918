import { accept, refuse, type Decision } from '../decider.js';
import { lineOf, offsetCentsOf, type BatchLine, type BatchState } from './batch.js';
import type { BatchEvent } from './events.js';
import type { OnBatch } from './on-batch.js';

interface OnLine extends OnBatch {
  readonly claimId: string;
}

/** A decided clawback offered for setting off, as its file stands. */
export interface OfferedOffset {
  readonly clawbackId: string;
  /** Whose money it is that must come back. */
  readonly providerId: string;
  readonly outstandingCents: number;
}

/** What an officer changes of one line before the bank is told. */
export type LineCommand =
  | ({ readonly type: 'HoldLine'; readonly reason: string } & OnLine)
  | ({ readonly type: 'FreeLine' } & OnLine)
  | ({ readonly type: 'OffsetLine'; readonly offered?: OfferedOffset; readonly cents: number } & OnLine);

export function changeLine(batch: BatchState, command: LineCommand): Decision<BatchEvent> {
  const { batchId, claimId } = command;
  const line = lineOf(batch, claimId);
  if (!line) return refuse('NOT_FOUND');
  switch (command.type) {
    case 'HoldLine':
      if (line.state === 'HELD') return accept();
      if (line.state !== 'OPEN' || !isChangeable(batch)) return refuse('BATCH_STATE_FORBIDS');
      return accept({ type: 'BatchLineHeld', payload: { batchId, claimId, reason: command.reason } });
    case 'FreeLine':
      if (line.state === 'OPEN') return accept();
      if (line.state !== 'HELD' || !isChangeable(batch)) return refuse('BATCH_STATE_FORBIDS');
      return accept({ type: 'BatchLineFreed', payload: { batchId, claimId } });
    case 'OffsetLine':
      return offset(batch, line, command);
    default:
      return command satisfies never;
  }
}

const isChangeable = ({ status }: BatchState): boolean => status === 'PREPARED' || status === 'RELEASED';

/** Verrekening: before the release, so that the payer sees it; of the same provider's debt, once in a batch, and something is left to pay. */
function offset(
  batch: BatchState,
  line: BatchLine,
  { batchId, offered, cents }: Extract<LineCommand, { type: 'OffsetLine' }>,
): Decision<BatchEvent> {
  if (offered === undefined) return refuse('UNKNOWN_REFERENCE', { field: 'clawbackId' });
  const { clawbackId, providerId, outstandingCents } = offered;
  const earlier = batch.lines.find(({ offsets }) => offsets.some((one) => one.clawbackId === clawbackId));
  if (earlier) return isSame(earlier, line, { clawbackId, cents }) ? accept() : refuse('ID_REUSED');
  if (batch.status !== 'PREPARED' || line.state === 'DROPPED') return refuse('BATCH_STATE_FORBIDS');
  if (providerId !== line.providerId) return refuse('NO_GROUND');
  // Something of the bonus itself is left to pay, whatever tax comes on top.
  if (cents > outstandingCents || line.cents - offsetCentsOf(line) - cents < 1)
    return refuse('AMOUNT_ABOVE_OUTSTANDING');
  return accept({ type: 'BatchLineOffset', payload: { batchId, claimId: line.claimId, clawbackId, cents } });
}

const isSame = (
  earlier: BatchLine,
  { claimId }: BatchLine,
  { clawbackId, cents }: { readonly clawbackId: string; readonly cents: number },
): boolean =>
  earlier.claimId === claimId && earlier.offsets.some((one) => one.clawbackId === clawbackId && one.cents === cents);
