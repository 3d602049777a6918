import type { PaymentOrder, RecordedAs, RecordedFileEvent } from '@uitkomst/domain';
import { plain } from '@uitkomst/ledger';
import { CLIENT_FILES, type ReadFile } from '../client-file-fold.js';
import { defineProjection, type Projection, type StreamFold } from '../projection.js';

export type JournalKind = 'ORDERED' | 'PAID' | 'RETURNED' | 'RECOVERED' | 'WRITTEN_OFF';

/**
 * One line for the municipality's books. Signed, so that sums tell: of a claim, ORDERED less PAID is what is still ordered, and PAID
 * with RETURNED and RECOVERED is what it was paid on balance.
 */
export interface JournalLine {
  readonly municipality: string;
  /** Names the line for ever: the event it follows from. */
  readonly entryId: string;
  readonly bookedOn: string;
  readonly bookingYear: number;
  readonly kind: JournalKind;
  readonly claimId: string;
  readonly providerId: string;
  readonly contractId?: string;
  readonly ledgerAccount?: string;
  readonly batchId?: string;
  readonly cents: number;
  /** Tax on top, with the sign of the line. */
  readonly vatCents: number;
}

interface ReadJournal {
  readonly read: ReadFile;
  readonly lines: readonly Omit<JournalLine, 'municipality'>[];
}

const FOLD: StreamFold<ReadJournal> = {
  follows: (stream) => CLIENT_FILES.follows(stream),
  initial: (stream) => ({ read: CLIENT_FILES.initial(stream), lines: [] }),
  evolve: ({ read, lines }, event) => {
    const after = CLIENT_FILES.evolve(read, event);
    const recorded = plain(event) as RecordedFileEvent;
    return { read: after, lines: movesMoney(recorded) ? [...lines, ...linesOf(recorded, read, after)] : lines };
  },
};

/** Grootboekmutaties: every movement of money, once, in the year it was booked in. */
export const JOURNAL: Projection<JournalLine> = defineProjection<ReadJournal, JournalLine>({
  name: 'journal',
  version: 2,
  fold: FOLD,
  columns: {
    municipality: 'text',
    entryId: 'text',
    bookedOn: 'text',
    bookingYear: 'integer',
    kind: 'text',
    claimId: 'text',
    providerId: 'text',
    contractId: 'text',
    ledgerAccount: 'text',
    batchId: 'text',
    cents: 'integer',
    vatCents: 'integer',
  },
  primaryKey: ['municipality', 'entryId'],
  indexes: [['municipality', 'bookingYear', 'bookedOn', 'entryId']],
  rows: ({ read, lines }) => lines.map((line) => Object.assign({ municipality: read.municipality }, line)),
});

type Line = Omit<JournalLine, 'municipality'>;
type Order = { readonly claimId: string; readonly orderId: string };

const orderIn = ({ file }: ReadFile, { claimId, orderId }: Order): PaymentOrder | undefined =>
  file.payments.find((order) => order.claimId === claimId && order.orderId === orderId);

const MONEY = [
  'PaymentOrdered',
  'ClaimPaid',
  'PaymentFailed',
  'PaymentOrderCancelled',
  'PaymentReturned',
  'ClawbackSettled',
] as const;
type MoneyEvent = RecordedAs<(typeof MONEY)[number]>;
const movesMoney = (event: RecordedFileEvent): event is MoneyEvent => (MONEY as readonly string[]).includes(event.type);

function linesOf(event: MoneyEvent, before: ReadFile, after: ReadFile): readonly Line[] {
  switch (event.type) {
    case 'PaymentOrdered': {
      const { orderedOn, cents } = event.payload;
      return [lineOf(event.id, orderIn(after, event.payload), { on: orderedOn, kind: 'ORDERED', cents })];
    }
    case 'ClaimPaid':
      return paidLines(event, before, after);
    case 'PaymentFailed':
    case 'PaymentOrderCancelled': {
      const order = orderIn(before, event.payload);
      const on = 'failedOn' in event.payload ? event.payload.failedOn : event.payload.cancelledOn;
      return order?.state === 'OPEN' ? [lineOf(event.id, order, { on, kind: 'ORDERED', cents: -order.cents })] : [];
    }
    case 'PaymentReturned': {
      const { returnedOn, cents } = event.payload;
      return [lineOf(event.id, orderIn(after, event.payload), { on: returnedOn, kind: 'RETURNED', cents: -cents })];
    }
    case 'ClawbackSettled':
      return [settledLine(event, after)];
    default:
      event satisfies never;
      return [];
  }
}

/** An order paid in full closes itself; one that was closed before is opened again, one paid in part leaves nothing ordered. */
function paidLines({ id, payload }: RecordedAs<'ClaimPaid'>, before: ReadFile, after: ReadFile): readonly Line[] {
  const order = orderIn(after, payload);
  const wasOpen = orderIn(before, payload)?.state === 'OPEN';
  const open = wasOpen ? (order?.cents ?? 0) : 0;
  const paid = lineOf(id, order, { on: payload.paidOn, kind: 'PAID', cents: payload.cents });
  const rest = payload.cents - open;
  if (rest === 0) return [paid];
  return [lineOf(`${id}.ordered`, order, { on: payload.paidOn, kind: 'ORDERED', cents: rest, untaxed: wasOpen }), paid];
}

interface Moved {
  readonly on: string;
  readonly kind: JournalKind;
  readonly cents: number;
  /** Tax goes with the whole of an order, when it is ordered, paid, cancelled or sent back; not with what was paid less of it. */
  readonly untaxed?: boolean;
}

function lineOf(entryId: string, payment: PaymentOrder | undefined, { on, kind, cents, untaxed = false }: Moved): Line {
  const { claimId = '', providerId = '', order } = payment ?? {};
  const { contractId, ledgerAccount, batchId, vatCents = 0 } = order ?? {};
  return {
    entryId,
    bookedOn: on,
    bookingYear: Number(on.slice(0, 4)),
    kind,
    claimId,
    providerId,
    ...(contractId !== undefined && { contractId }),
    ...(ledgerAccount !== undefined && { ledgerAccount }),
    ...(batchId !== undefined && { batchId }),
    cents,
    vatCents: untaxed ? 0 : Math.sign(cents) * vatCents,
  };
}

function settledLine({ id, payload }: RecordedAs<'ClawbackSettled'>, after: ReadFile): Line {
  const { claimId, cents, method, settledOn, batchId } = payload;
  const paid = after.file.payments.findLast((order) => order.claimId === claimId);
  const kind = method === 'WRITE_OFF' ? 'WRITTEN_OFF' : 'RECOVERED';
  const { batchId: _ordered, ...line } = lineOf(id, paid, { on: settledOn, kind, cents: -cents });
  return { ...line, claimId, vatCents: 0, ...(batchId !== undefined && { batchId }) };
}
