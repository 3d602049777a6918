import type { RowReport } from '@uitkomst/contracts';
import { wordsOf, type Sentence } from '@uitkomst/domain';

/** Which row, and its place in what came. */
interface AtRow {
  readonly row: number;
  readonly index: number;
}

/** What a refusal is about, where its code alone says so. */
const FIELDS: Readonly<Record<string, string>> = {
  ROLE_MAY_NOT_RECORD: 'type',
  STATE_FORBIDS: 'type',
  UNKNOWN_ORDER: 'endToEndId',
  WRONG_AMOUNT: 'cents',
  WRONG_CURRENCY: 'currency',
};

/** Of what the bank told no sentence is written: a person reads it beside the claim. */
const WORDS: Readonly<Record<string, Sentence>> = {
  UNKNOWN_ORDER: { nl: 'Deze opdracht is niet bekend.', en: 'There is no such order.' },
  WRONG_AMOUNT: { nl: 'Het bedrag klopt niet met de opdracht.', en: 'The amount is not that of the order.' },
  WRONG_CURRENCY: { nl: 'De munt klopt niet: opdrachten zijn in euro.', en: 'Orders are in euro.' },
};

/** Refused with a code, at the field that the code is about. */
export function refusedRow({ row, index }: AtRow, code: string): RowReport {
  const field = FIELDS[code];
  return field === undefined ? { row, status: 'REFUSED', code, errors: [] } : refusedField({ row, index }, field, code);
}

/** Refused for what one of its fields says. */
export const refusedField = ({ row, index }: AtRow, field: string, code: string): RowReport => ({
  row,
  status: 'REFUSED',
  code,
  errors: [{ in: 'body', pointer: `/rows/${index}/${field}`, code, message: WORDS[code]?.nl ?? wordsOf(code, 'nl') }],
});
