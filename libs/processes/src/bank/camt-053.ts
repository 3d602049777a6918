import type { Day } from '@uitkomst/domain';
import { z } from 'zod';
import type { BankEntry } from './bank-message.js';
import { refuseAhead, refuseFarAhead } from './day-ahead.js';
import { Amount, centsOf, DateOrTime, DayIn, list, Reason, reasonOf, refOf, Text } from './values-in-xml.js';

const Side = z.enum(['CRDT', 'DBIT']);
const Details = z.looseObject({
  Refs: z.looseObject({ EndToEndId: Text.optional(), AcctSvcrRef: Text.optional(), MsgId: Text.optional() }).optional(),
  Amt: Amount.optional(),
  AmtDtls: z.looseObject({ TxAmt: z.looseObject({ Amt: Amount }).optional() }).optional(),
  CdtDbtInd: Side.optional(),
  RtrInf: Reason.optional(),
});
/** One entry (`Ntry`) of a statement. */
export const Booking = z.looseObject({
  Amt: Amount,
  CdtDbtInd: Side,
  RvslInd: Text.optional(),
  Sts: z.union([z.string(), z.looseObject({ Cd: z.string() }).transform(({ Cd }) => Cd)]),
  ValDt: DateOrTime.optional(),
  BookgDt: DateOrTime.optional(),
  AcctSvcrRef: Text.optional(),
  NtryDtls: list(z.looseObject({ Btch: z.looseObject({ MsgId: Text.optional() }).optional(), TxDtls: list(Details) })),
});

/** Bank to customer statement without its entries. */
export const Camt053 = z.looseObject({
  BkToCstmrStmt: z.looseObject({ GrpHdr: z.looseObject({ MsgId: Text, CreDtTm: DayIn }), Stmt: z.unknown() }),
});
export type Camt053 = z.infer<typeof Camt053>;

const OURS = />(?:[a-z2-7]{14,29}\d{2}|batch\.[a-z2-7]{16})</;

/** Whether an entry may name one of our orders or messages: most of a municipality's statement does not, and need not be read. */
export const mayBeOurs = (entry: string): boolean => OURS.test(entry);

export interface InStatement {
  readonly place: string;
  readonly writtenOn: string;
  readonly today: Day;
}

/** Booked entries only: what is pending may still change, and its days may be still to come. */
export function entriesOfBooking(
  booking: z.infer<typeof Booking>,
  { place, writtenOn, today }: InStatement,
): readonly BankEntry[] {
  const on = booking.ValDt ?? booking.BookgDt ?? writtenOn;
  if (booking.Sts !== 'BOOK') return [{ place, on, result: 'PENDING' }];
  refuseAhead(booking.BookgDt, today, `${place}/BookgDt`);
  refuseFarAhead(booking.ValDt, today, `${place}/ValDt`);
  return entriesOf(booking, { place, on });
}

type Place = { readonly place: string; readonly on: string };

function entriesOf(booking: z.infer<typeof Booking>, at: Place): readonly BankEntry[] {
  const details = booking.NtryDtls.flatMap(({ TxDtls }) => TxDtls);
  if (details.length === 0) return [wholeOf(booking, at)];
  if (details.length === 1) return details.map((one) => entryOf(booking, one, { ...at, alone: true }));
  return details.map((one, index) => entryOf(booking, one, { ...at, place: `${at.place}, payment ${index + 1}` }));
}

function entryOf(
  booking: z.infer<typeof Booking>,
  one: z.infer<typeof Details>,
  { place, on, alone = false }: Place & { readonly alone?: boolean },
): BankEntry {
  const amount = one.AmtDtls?.TxAmt?.Amt ?? one.Amt ?? (alone ? booking.Amt : undefined);
  const paymentRef = refOf(one.Refs?.AcctSvcrRef ?? (alone ? booking.AcctSvcrRef : undefined));
  const endToEndId = one.Refs?.EndToEndId;
  const bankReason = one.RtrInf && reasonOf([one.RtrInf]);
  return {
    place,
    on,
    // Money coming back with the name of our order is a return, whatever the bank calls it.
    result: (one.CdtDbtInd ?? booking.CdtDbtInd) === 'DBIT' && !one.RtrInf ? 'SETTLED' : 'RETURNED',
    ...(endToEndId !== undefined && { endToEndId }),
    ...(amount && { cents: centsOf(amount), currency: amount['@_Ccy'] }),
    ...(bankReason !== undefined && { bankReason }),
    ...(paymentRef !== undefined && { paymentRef }),
  };
}

/** One booking for a whole file names our message; a booking that names nothing is not about our payments. */
function wholeOf(booking: z.infer<typeof Booking>, { place, on }: Place): BankEntry {
  const messageId = booking.NtryDtls[0]?.Btch?.MsgId;
  const result = booking.CdtDbtInd === 'DBIT' ? 'SETTLED' : 'RETURNED';
  const amount = { cents: centsOf(booking.Amt), currency: booking.Amt['@_Ccy'] };
  return { place, on, result, ...amount, ...(messageId !== undefined && { messageId }) };
}
