import { textOf, type Day } from '@uitkomst/domain';
import { epcText } from './epc-text.js';

/** Whose account is debited: the municipality's own. */
export interface Debtor {
  readonly name: string;
  readonly iban: string;
}

/** One payment as the bank is to carry it out. */
export interface Transfer {
  readonly endToEndId: string;
  readonly cents: number;
  readonly iban: string;
  readonly holder: string;
  /** What the provider reads on its statement. */
  readonly remittance: string;
  readonly executionOn: Day;
}

export interface PaymentFile {
  readonly messageId: string;
  readonly createdAt: Date;
  readonly debtor: Debtor;
  readonly transfers: readonly Transfer[];
}

const NAME_MAX = 70;
const REMITTANCE_MAX = 140;
/** The library appends `.block.number` to name each instruction, within the 35 characters of an id. */
const MESSAGE_ID_MAX = 28;

/** The name of the message: the batch's, in the bank's characters. */
export const messageIdOf = (batchId: string): string => epcText(batchId.replaceAll('_', '-'), MESSAGE_ID_MAX);

/**
 * SEPA credit transfers as pain.001.001.09, a block for each day of execution. Counts and sums are checked in cents on what was written:
 * the library reckons in euros.
 */
export async function pain001({ messageId, createdAt, debtor, transfers }: PaymentFile): Promise<Buffer> {
  const { Document } = await import('sepa'); // Few processes ever pay: starting doesn't wait for it.
  const document = new Document('pain.001.001.09');
  document.grpHdr.id = messageId;
  document.grpHdr.created = createdAt;
  document.grpHdr.initiatorName = epcText(debtor.name, NAME_MAX);
  for (const [executionOn, ofDay] of byDay(transfers)) {
    const block = document.createPaymentInfo();
    block.requestedExecutionDate = noonOf(executionOn);
    block.debtorName = epcText(debtor.name, NAME_MAX);
    block.debtorIBAN = debtor.iban;
    block.batchBooking = false; // Every payment is a booking of its own, so that the statement names it.
    document.addPaymentInfo(block);
    for (const transfer of ofDay) {
      const transaction = block.createTransaction();
      transaction.end2endId = transfer.endToEndId;
      transaction.amount = transfer.cents / 100; // Euros, here and nowhere else.
      transaction.currency = 'EUR';
      transaction.creditorName = epcText(transfer.holder, NAME_MAX);
      transaction.creditorIBAN = transfer.iban;
      transaction.remittanceInfo = epcText(transfer.remittance, REMITTANCE_MAX);
      block.addTransaction(transaction);
    }
  }
  const xml = document.toString();
  check(xml, transfers);
  return Buffer.from(xml, 'utf8');
}

function byDay(transfers: readonly Transfer[]): ReadonlyMap<Day, readonly Transfer[]> {
  const days = new Map<Day, Transfer[]>();
  for (const transfer of transfers.toSorted((one, other) => one.executionOn - other.executionOn))
    days.set(transfer.executionOn, [...(days.get(transfer.executionOn) ?? []), transfer]);
  return days;
}

/** The library writes a date in the zone of the machine: noon is the same day in all of them. */
function noonOf(day: Day): Date {
  const [year = 0, month = 1, date = 1] = textOf(day).split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

const valuesOf = (xml: string, tag: string): readonly string[] =>
  Array.from(xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`, 'g')), ([, value = '']) => value);
const centsOf = (euros: string): number => Number(euros.replace('.', ''));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A wrong sum is a fault of the program: better no file than that one. */
function check(xml: string, transfers: readonly Transfer[]): void {
  const total = sum(transfers.map(({ cents }) => cents));
  const [groupSum = '', ...blockSums] = valuesOf(xml, 'CtrlSum');
  const [groupCount = '', ...blockCounts] = valuesOf(xml, 'NbOfTxs');
  const amounts = valuesOf(xml, 'InstdAmt');
  const ids = new Set(valuesOf(xml, 'EndToEndId'));
  const right =
    centsOf(groupSum) === total &&
    sum(blockSums.map(centsOf)) === total &&
    sum(amounts.map(centsOf)) === total &&
    Number(groupCount) === transfers.length &&
    sum(blockCounts.map(Number)) === transfers.length &&
    ids.size === transfers.length;
  if (!right) throw new Error('The payment file does not add up');
}
