import { accept, refuse, type Decision } from '../decider.js';
import { lineOf, type BatchLine, type BatchState } from './batch.js';
import type { BatchEvent } from './events.js';
import type { OnBatch } from './on-batch.js';

interface OnLine extends OnBatch {
  readonly claimId: string;
  /** Finance resolves what the bank told before: then an earlier word gives way. */
  readonly resolving?: boolean;
}

/** What the bank did with one line, as finance records it. */
export type BankCommand =
  | ({ readonly type: 'SettleLine'; readonly valueOn: string; readonly paymentRef?: string } & OnLine)
  | ({ readonly type: 'RejectLine'; readonly bankReason: string } & OnLine)
  | ({ readonly type: 'ReturnLine'; readonly returnedOn: string; readonly bankReason?: string } & OnLine);

/** The same word twice is heard; another word on a line that already had one is a mismatch, which a person resolves. */
export function tellOfBank(batch: BatchState, command: BankCommand): Decision<BatchEvent> {
  const { batchId, claimId } = command;
  const line = lineOf(batch, claimId);
  if (!line) return refuse('NOT_FOUND');
  if (isHeard(line, command)) return accept();
  if (!mayFollow(batch, line, command)) return refuse('BATCH_STATE_FORBIDS');
  switch (command.type) {
    case 'SettleLine': {
      const { valueOn, paymentRef } = command;
      const ref = paymentRef === undefined ? {} : { paymentRef };
      return accept({ type: 'BatchLineSettled', payload: { batchId, claimId, valueOn, ...ref } });
    }
    case 'RejectLine':
      return accept({ type: 'BatchLineRejected', payload: { batchId, claimId, bankReason: command.bankReason } });
    case 'ReturnLine': {
      const { returnedOn, bankReason } = command;
      const reason = bankReason === undefined ? {} : { bankReason };
      return accept({ type: 'BatchLineReturned', payload: { batchId, claimId, returnedOn, ...reason } });
    }
    default:
      return command satisfies never;
  }
}

function isHeard({ state, settled, returned }: BatchLine, command: BankCommand): boolean {
  if (command.type === 'SettleLine')
    return (state === 'SETTLED' || returned !== undefined) && isSameBooking(settled?.paymentRef, command.paymentRef);
  return state === (command.type === 'RejectLine' ? 'REJECTED' : 'RETURNED');
}

function mayFollow(batch: BatchState, { state }: BatchLine, { type, resolving = false }: BankCommand): boolean {
  if (type === 'ReturnLine') return state === 'SETTLED';
  if (batch.status === 'EXPORTED' && state === 'OPEN') return true;
  return resolving && type === 'SettleLine' && (state === 'REJECTED' || state === 'DROPPED' || state === 'OPEN');
}

/** Two names tell two bookings: then the bank paid twice. A message without a name may be about either. */
const isSameBooking = (known: string | undefined, told: string | undefined): boolean =>
  known === undefined || told === undefined || known === told;
