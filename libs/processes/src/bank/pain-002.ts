import type { Day } from '@uitkomst/domain';
import { z } from 'zod';
import type { BankEntry, BankMessage } from './bank-message.js';
import { refuseAhead } from './day-ahead.js';
import { Amount, centsOf, DayIn, list, Reason, reasonOf, Text } from './values-in-xml.js';

const Transaction = z.looseObject({
  OrgnlEndToEndId: Text.optional(),
  TxSts: Text.optional(),
  StsRsnInf: list(Reason),
  OrgnlTxRef: z.looseObject({ Amt: z.looseObject({ InstdAmt: Amount.optional() }).optional() }).optional(),
});
const Block = z.looseObject({
  PmtInfSts: Text.optional(),
  StsRsnInf: list(Reason),
  TxInfAndSts: list(Transaction),
});

/** Customer payment status report, as far as it tells what became of orders. */
export const Pain002 = z.looseObject({
  CstmrPmtStsRpt: z.looseObject({
    GrpHdr: z.looseObject({ MsgId: Text, CreDtTm: DayIn }),
    OrgnlGrpInfAndSts: z.looseObject({ OrgnlMsgId: Text, GrpSts: Text.optional(), StsRsnInf: list(Reason) }),
    OrgnlPmtInfAndSts: list(Block),
  }),
});

const RESULTS: Readonly<Record<string, BankEntry['result']>> = {
  ACSC: 'SETTLED',
  ACCC: 'SETTLED',
  RJCT: 'REJECTED',
  CANC: 'REJECTED',
};
const resultOf = (status: string): BankEntry['result'] => RESULTS[status] ?? 'PENDING';

type Report = z.infer<typeof Pain002>['CstmrPmtStsRpt'];
type Told = { readonly status: string; readonly reasons: z.infer<typeof Reason>[] };

/** A status told of the message or a block counts for what is in it, unless the bank tells otherwise of a single order. */
export function messageOfPain002({ CstmrPmtStsRpt: report }: z.infer<typeof Pain002>, today: Day): BankMessage {
  const { GrpHdr, OrgnlGrpInfAndSts: group, OrgnlPmtInfAndSts: blocks } = report;
  const on = GrpHdr.CreDtTm;
  refuseAhead(on, today, 'CstmrPmtStsRpt/GrpHdr/CreDtTm');
  const told = group.GrpSts === undefined ? undefined : { status: group.GrpSts, reasons: group.StsRsnInf };
  const entries = blocks.flatMap((block, index) => entriesOf(block, { on, told, place: `block ${index + 1}` }));
  return {
    kind: 'PAIN_002',
    messageId: GrpHdr.MsgId,
    entries: entries.length > 0 ? entries : wholeOf(report, on, told),
  };
}

/** What is told of all orders at once: of the one block there is or, where that tells nothing, of the message. */
function wholeOf(
  { OrgnlGrpInfAndSts: { OrgnlMsgId: messageId }, OrgnlPmtInfAndSts: blocks }: Report,
  on: string,
  told: Told | undefined,
): readonly BankEntry[] {
  const [block, ...others] = blocks;
  if (block?.PmtInfSts !== undefined && others.length === 0)
    return [{ place: 'block 1', messageId, ...entryOf({ status: block.PmtInfSts, reasons: block.StsRsnInf }, on) }];
  return told ? [{ place: 'message', messageId, ...entryOf(told, on) }] : [];
}

function entriesOf(
  { PmtInfSts, StsRsnInf, TxInfAndSts }: z.infer<typeof Block>,
  { on, told, place }: { readonly on: string; readonly told: Told | undefined; readonly place: string },
): readonly BankEntry[] {
  const ofBlock = PmtInfSts === undefined ? told : { status: PmtInfSts, reasons: StsRsnInf };
  return TxInfAndSts.map((one, index) => singleOf(one, { on, told: ofBlock, place: `${place}, payment ${index + 1}` }));
}

function singleOf(
  { OrgnlEndToEndId, TxSts, StsRsnInf: reasons, OrgnlTxRef }: z.infer<typeof Transaction>,
  { on, told, place }: { readonly on: string; readonly told: Told | undefined; readonly place: string },
): BankEntry {
  const own = TxSts === undefined ? told : { status: TxSts, reasons };
  const amount = OrgnlTxRef?.Amt?.InstdAmt;
  return {
    place,
    ...entryOf(own ?? { status: '', reasons }, on),
    ...(OrgnlEndToEndId !== undefined && { endToEndId: OrgnlEndToEndId }),
    ...(amount && { cents: centsOf(amount), currency: amount['@_Ccy'] }),
  };
}

function entryOf({ status, reasons }: Told, on: string): Pick<BankEntry, 'result' | 'on' | 'bankReason'> {
  const bankReason = reasonOf(reasons);
  return { result: resultOf(status), on, ...(bankReason !== undefined && { bankReason }) };
}
