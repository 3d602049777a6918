import type { Actor, EventOf, RecordedOf } from '../event.js';
import { amsterdamDay, textOf } from '../values/calendar-date.js';
import type { BatchEvent, BatchExported, BatchPrepared } from './events.js';

type PreparedLine = EventOf<typeof BatchPrepared>['payload']['lines'][number];

/** Where one line stands: whether its order was given is written on the client's file, not here. */
export type BatchLineState = 'OPEN' | 'HELD' | 'DROPPED' | 'SETTLED' | 'REJECTED' | 'RETURNED';

/** What the bank did with a line, when, and who of finance recorded that: the system finishes it on that person's behalf. */
export interface BankWord {
  readonly on: string;
  /** The bank's own name of the booking, where it told one. */
  readonly paymentRef?: string;
  readonly by: Actor;
}

export interface BatchLine extends PreparedLine {
  readonly state: BatchLineState;
  /** Why it was dropped, held or rejected. */
  readonly code?: string;
  /** Clawbacks settled by paying less. */
  readonly offsets: readonly { readonly clawbackId: string; readonly cents: number }[];
  readonly settled?: BankWord;
  readonly rejected?: BankWord;
  readonly returned?: BankWord;
}

/** What the bank is asked to pay for a line: with tax on top, less what is set off against a clawback. */
export const netCentsOf = ({
  cents,
  vatCents = 0,
  offsets,
}: Pick<BatchLine, 'cents' | 'vatCents' | 'offsets'>): number => cents + vatCents - offsetCentsOf({ offsets });

export const offsetCentsOf = ({ offsets }: Pick<BatchLine, 'offsets'>): number =>
  offsets.reduce((sum, offset) => sum + offset.cents, 0);

/** Lines that go to the bank, whatever it makes of them: not what is held or fell out. */
export const goesToBank = ({ state }: Pick<BatchLine, 'state'>): boolean => state !== 'HELD' && state !== 'DROPPED';

/** What the bank is asked to pay in all. */
export const controlSumOf = (lines: readonly BatchLine[]): number =>
  lines.filter(goesToBank).reduce((sum, line) => sum + netCentsOf(line), 0);

/** What of an exported batch its provider gets or got: not what fell out, nor what the bank refused or sent back. */
export const reachesProvider = ({ state }: Pick<BatchLine, 'state'>): boolean =>
  state === 'OPEN' || state === 'SETTLED';

type Remitted = { readonly netCents: number; readonly state: string };

/** What a provider is paid with these lines in all, and what of it the bank says it paid. */
export const remittedCents = (
  lines: readonly Remitted[],
): { readonly totalCents: number; readonly paidCents: number } => ({
  totalCents: sumOf(lines),
  paidCents: sumOf(lines.filter(({ state }) => state === 'SETTLED')),
});

const sumOf = (lines: readonly Remitted[]): number => lines.reduce((sum, { netCents }) => sum + netCents, 0);

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
  readonly exported?: Omit<EventOf<typeof BatchExported>['payload'], 'batchId'>;
  readonly cancelledFor?: string;
  /** Count of the batch's events. */
  readonly version: number;
}

export const NO_BATCH: BatchState = { status: 'NONE', lines: [], version: 0 };

export const lineOf = (batch: BatchState, claimId: string): BatchLine | undefined =>
  batch.lines.find((line) => line.claimId === claimId);

/** Whether the bank paid a line from which this was set off; what was set off stays so when the payment itself came back. */
export const hasSetOff = ({ lines }: BatchState, clawbackId: string, cents: number): boolean =>
  lines.some(
    ({ offsets, settled }) =>
      settled !== undefined && offsets.some((one) => one.clawbackId === clawbackId && one.cents === cents),
  );

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
    case 'BatchExported': {
      const { batchId: _id, ...exported } = event.payload;
      return { ...batch, status: 'EXPORTED', exported };
    }
    case 'BatchCancelled':
      return { ...batch, status: 'CANCELLED', cancelledFor: event.payload.reason };
    case 'BatchLineDropped':
      return cancelledWhenEmpty(withLine(batch, event.payload.claimId, standing('DROPPED', event.payload.code)));
    case 'BatchLineSettled':
    case 'BatchLineRejected':
    case 'BatchLineReturned':
      return withLine(batch, event.payload.claimId, toldByBank(event));
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
  ({ code: _code, ...line }) => ({ ...line, state, ...(code !== undefined && { code }) });

type BankEvent = Extract<RecordedOf<BatchEvent>, { type: `BatchLine${'Settled' | 'Rejected' | 'Returned'}` }>;

function toldByBank(event: BankEvent): Change {
  const { actor: by } = event;
  switch (event.type) {
    case 'BatchLineSettled': {
      const { valueOn: on, paymentRef } = event.payload;
      const settled = paymentRef === undefined ? { on, by } : { on, by, paymentRef };
      return (line) => ({ ...standing('SETTLED')(line), settled });
    }
    case 'BatchLineRejected': {
      const rejected = { on: textOf(amsterdamDay(event.recordedAt)), by };
      return (line) => ({ ...standing('REJECTED', event.payload.bankReason)(line), rejected });
    }
    case 'BatchLineReturned': {
      const returned = { on: event.payload.returnedOn, by };
      return (line) => ({ ...standing('RETURNED', event.payload.bankReason)(line), returned });
    }
    default:
      return event satisfies never;
  }
}

const withLine = (batch: BatchState, claimId: string, change: Change): BatchState => ({
  ...batch,
  lines: batch.lines.map((line) => (line.claimId === claimId ? change(line) : line)),
});

/** A batch of which nothing is left pays nobody: it counts as cancelled. */
const cancelledWhenEmpty = (batch: BatchState): BatchState =>
  batch.lines.every(({ state }) => state === 'DROPPED') ? { ...batch, status: 'CANCELLED' } : batch;
