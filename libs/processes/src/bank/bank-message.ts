/** What the bank tells of one payment. Amounts are in cents, without sign. */
export interface BankEntry {
  /** Where in the message it stands, for the report. */
  readonly place: string;
  /** Our name of the order; absent where the bank tells of a whole batch or of somebody else's payment. */
  readonly endToEndId?: string;
  /** Our name of the message, where the bank tells of all of it at once. */
  readonly messageId?: string;
  /** PENDING: taken on, not yet paid. OTHER: not about our payments. */
  readonly result: 'SETTLED' | 'REJECTED' | 'RETURNED' | 'PENDING' | 'OTHER';
  readonly cents?: number;
  readonly currency?: string;
  readonly on: string;
  readonly bankReason?: string;
  /** The bank's own name of the booking. */
  readonly paymentRef?: string;
}

export interface BankMessage {
  readonly kind: 'PAIN_002' | 'CAMT_053';
  readonly messageId: string;
  readonly entries: readonly BankEntry[];
}

/** Why a message is refused as a whole: nothing of it was recorded. */
export type BankFileFault =
  'NOT_UTF8' | 'DOCTYPE' | 'NOT_WELL_FORMED' | 'NOT_A_BANK_MESSAGE' | 'WRONG_SHAPE' | 'TOO_DEEP' | 'DAY_AHEAD';

/** The message cannot be read: it names what is wrong and, if known, where; never what it holds. */
export class BankFileRefused extends Error {
  override readonly name = 'BankFileRefused';
  constructor(
    readonly fault: BankFileFault,
    readonly place = '',
  ) {
    super(place === '' ? fault : `${fault} at ${place}`);
  }
}
