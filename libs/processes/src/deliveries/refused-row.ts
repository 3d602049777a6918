import type { RowReport } from '@uitkomst/contracts';
import { wordsOf, type Language, type Sentence } from '@uitkomst/domain';

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
export function refusedRow(at: AtRow, code: string, language?: Language): RowReport {
  const field = FIELDS[code];
  return field === undefined
    ? { row: at.row, status: 'REFUSED', code, errors: [] }
    : refusedField(at, { field, code }, language);
}

/** Refused for what one of its fields says. A feed has no language of its own, and nobody reads the words. */
export function refusedField(
  { row, index }: AtRow,
  { field, code }: { readonly field: string; readonly code: string },
  language: Language = 'nl',
): RowReport {
  const message = WORDS[code]?.[language] ?? wordsOf(code, language);
  return { row, status: 'REFUSED', code, errors: [{ in: 'body', pointer: `/rows/${index}/${field}`, code, message }] };
}

/** Nobody the deliverer may know of has that reference or number. */
export const unknownPerson = (
  { raw, ...at }: AtRow & { readonly raw: Readonly<Record<string, unknown>> },
  language?: Language,
): RowReport =>
  refusedField(at, { field: raw['bsn'] === undefined ? 'dossierRef' : 'bsn', code: 'NOT_FOUND' }, language);
