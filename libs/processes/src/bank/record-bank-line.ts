import {
  lineOf,
  netCentsOf,
  orderOfEndToEndId,
  personOf,
  type Actor,
  type BatchCommand,
  type BatchLine,
  type BatchState,
  type PaymentOrder,
} from '@uitkomst/domain';
import { named } from '../batch-completion/carry-line.js';
import { completeLine } from '../batch-completion/complete-batch.js';
import type { PaymentPorts } from '../batch-completion/payment-ports.js';
import type { BankEntry } from './bank-message.js';

/** What became of one entry of a bank message. */
export interface BankLineReport {
  readonly place: string;
  readonly endToEndId?: string;
  readonly claimId?: string;
  /** DUPLICATE: it was known. MISMATCH: it fits no outstanding line; nothing was booked. UNKNOWN: not one of our payments. */
  readonly status: 'SETTLED' | 'REJECTED' | 'RETURNED' | 'PENDING' | 'DUPLICATE' | 'MISMATCH' | 'UNKNOWN';
  readonly reason?: MismatchReason;
}

type MismatchReason = 'UNKNOWN_ORDER' | 'NOT_OUTSTANDING' | 'WRONG_AMOUNT' | 'WRONG_CURRENCY';

export interface RecordingBank {
  readonly municipality: string;
  /** Somebody of finance: what the bank told is recorded on that person's behalf. */
  readonly actor: Actor;
  readonly ports: PaymentPorts;
}

/** Books what the bank tells of one of our orders, or reports why it cannot be: then nothing is booked. Told twice it is heard. */
export async function recordBankLine(entry: BankEntry, recording: RecordingBank): Promise<BankLineReport> {
  const { place, endToEndId } = entry;
  const told = { place, ...(endToEndId !== undefined && { endToEndId }) };
  const meant = endToEndId === undefined ? undefined : orderOfEndToEndId(endToEndId);
  if (meant === undefined || endToEndId === undefined || entry.result === 'OTHER')
    return { ...told, status: entry.result === 'PENDING' ? 'PENDING' : 'UNKNOWN' };
  const { claimId, attempt } = meant;
  const { municipality, ports } = recording;
  const file = await ports.readFile(municipality, personOf(claimId));
  if (!file.claims.has(claimId)) return { ...told, status: 'UNKNOWN' };
  if (entry.result === 'PENDING') return { ...told, claimId, status: 'PENDING' };
  const order = file.payments.find((one) => one.claimId === claimId && one.orderId.endsWith(`.${attempt}`));
  const about = { entry: { ...entry, result: entry.result }, endToEndId, claimId, told: { ...told, claimId } };
  const batchId = order?.order?.batchId;
  if (order === undefined || batchId === undefined) return mismatch(about, 'UNKNOWN_ORDER', recording);
  return bookOn(await ports.readBatch(municipality, batchId), { ...about, order }, recording);
}

/** What the bank says became of an order of ours. */
type Booked = BankEntry & { readonly result: 'SETTLED' | 'REJECTED' | 'RETURNED' };

interface About {
  readonly entry: Booked;
  readonly endToEndId: string;
  readonly claimId: string;
  readonly told: Pick<BankLineReport, 'place' | 'endToEndId' | 'claimId'>;
  readonly order?: PaymentOrder;
}

async function bookOn(batch: BatchState, about: About, recording: RecordingBank): Promise<BankLineReport> {
  const { entry, endToEndId, claimId, told } = about;
  const { municipality, actor, ports } = recording;
  const line = lineOf(batch, claimId);
  if (line?.endToEndId !== endToEndId) return mismatch(about, 'NOT_OUTSTANDING', recording);
  const wrong = wrongWith(entry, line);
  if (wrong !== undefined) return mismatch(about, wrong, recording);
  const batchId = batch.batchId ?? '';
  const names = ['bank', municipality, batchId, claimId, entry.result, entry.paymentRef ?? ''];
  const command = commandOf(entry, { batchId, claimId });
  const done = await ports.sendToBatch({ municipality, command, actor, ...named(...names) });
  if ('refusal' in done) return mismatch(about, 'NOT_OUTSTANDING', recording);
  if (!done.ok) throw new Error('A command of the bank was used for something else');
  await completeLine(municipality, { batch: done.state, claimId }, ports);
  return { ...told, status: done.heard || done.events.length === 0 ? 'DUPLICATE' : entry.result };
}

/** A rejection need not name its amount; what is paid or comes back must be exactly what was asked. */
function wrongWith({ cents, currency, result }: BankEntry, line: BatchLine): MismatchReason | undefined {
  if (currency !== undefined && currency !== 'EUR') return 'WRONG_CURRENCY';
  if (cents === undefined) return undefined;
  return result !== 'REJECTED' && cents !== netCentsOf(line) ? 'WRONG_AMOUNT' : undefined;
}

function commandOf(
  { result, on, bankReason, paymentRef }: Booked,
  onLine: { readonly batchId: string; readonly claimId: string },
): BatchCommand {
  switch (result) {
    case 'REJECTED':
      return { type: 'RejectLine', ...onLine, bankReason: bankReason ?? 'NARR' };
    case 'SETTLED':
      return { type: 'SettleLine', ...onLine, valueOn: on, ...(paymentRef !== undefined && { paymentRef }) };
    case 'RETURNED':
      return { type: 'ReturnLine', ...onLine, returnedOn: on, ...(bankReason !== undefined && { bankReason }) };
    default:
      return result satisfies never;
  }
}

/** Nothing is booked; the claim shows it, and nothing more is ordered on it until finance has said what it was. */
async function mismatch(
  { entry, endToEndId, claimId, told, order }: About,
  reason: MismatchReason,
  { municipality, actor, ports }: RecordingBank,
): Promise<BankLineReport> {
  const { cents = 0, currency = 'EUR', result, paymentRef = '' } = entry;
  const amount = Number.isFinite(cents) ? cents : 0;
  const orderId = order === undefined ? {} : { orderId: order.orderId };
  const names = ['mismatch', municipality, endToEndId, reason, result, String(amount), currency, paymentRef];
  const done = await ports.sendToFile({
    municipality,
    personRef: personOf(claimId),
    command: { type: 'ReportMismatch', claimId, ...orderId, endToEndId, reason, cents: amount, currency },
    actor,
    today: ports.today(),
    ...named(...names),
  });
  if (!done.ok) throw new Error('refusal' in done ? done.refusal.code : 'Used before');
  return { ...told, status: 'MISMATCH', reason };
}
