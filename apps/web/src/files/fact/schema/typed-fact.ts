import { centsFrom } from '../../../shell/language/format.js';
import type { FieldKind, SchemaField } from './schema-fields.js';

/** What was typed, by the place its value has in the body: `validFrom`, `promised/0/what`. */
export type Typed = Readonly<Record<string, string>>;

export const ROWS_MAX = 20;
const HUNDREDTHS = 100;

/** Hours as people type them, in hundredths: "28,5" is 2850. */
export function hoursFrom(typed: string): number | undefined {
  const text = typed.trim().replace(',', '.');
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * HUNDREDTHS) : undefined;
}

/** A code as the ledger writes it: "no show" is NO_SHOW. */
export const codeFrom = (typed: string): string =>
  typed
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_');

/** The fields of a fact as the server wants them; what was left empty is left out. */
export function bodyOf(fields: readonly SchemaField[], typed: Typed, within = ''): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const value = valueOf(field, typed, within + field.name);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

function valueOf({ kind, fields }: SchemaField, typed: Typed, place: string): unknown {
  if (kind === 'rows') return rowsOf(fields, typed, place);
  const text = typed[place]?.trim() ?? '';
  if (text === '') return undefined;
  return (READ[kind] ?? ((as) => as))(text);
}

/** How what was typed is read, for the kinds that are no plain text. What cannot be read goes as it is: the server says what is wrong. */
const READ: Readonly<Partial<Record<FieldKind, (text: string) => unknown>>> = {
  money: (text) => centsFrom(text) ?? text,
  hours: (text) => hoursFrom(text) ?? text,
  number: (text) => (/^\d+$/.test(text) ? Number(text) : text),
  boolean: (text) => text === 'true',
  code: codeFrom,
  codes: (text) => text.split(',').map(codeFrom),
};

function rowsOf(fields: readonly SchemaField[], typed: Typed, place: string): unknown {
  const rows = Array.from({ length: ROWS_MAX }, (_, at) => bodyOf(fields, typed, `${place}/${at}/`)).filter(
    (row) => Object.keys(row).length > 0,
  );
  return rows.length === 0 ? undefined : rows;
}

/** A fact that was recorded, as it would have been typed: where a correction begins. */
export function typedOf(fields: readonly SchemaField[], fact: Readonly<Record<string, unknown>>, within = ''): Typed {
  return Object.fromEntries(
    fields.flatMap((field): [string, string][] => {
      const [value, place] = [fact[field.name], within + field.name];
      if (value === undefined || value === null) return [];
      if (field.kind === 'rows' && Array.isArray(value))
        return value.flatMap((row: Readonly<Record<string, unknown>>, at) =>
          Object.entries(typedOf(field.fields, row, `${place}/${at}/`)),
        );
      return [[place, textOf(field, value)]];
    }),
  );
}

function textOf({ kind }: SchemaField, value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if ((kind === 'money' || kind === 'hours') && typeof value === 'number')
    return (value / HUNDREDTHS).toFixed(2).replace('.', ',');
  return String(value);
}
