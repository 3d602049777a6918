import { centsFrom } from '../../shell/language/format.js';
import type { FieldKind, SchemaField } from './schema-fields.js';

/** What was typed, by the place its value has in the body: `validFrom`, `vat/treatment`, `promised/0/what`. */
export type Typed = Readonly<Record<string, string>>;

export const ROWS_MAX = 20;
const HUNDREDTHS = 100;

/** A number with at most two decimals as people type it, in hundredths: "28,5" is 2850. */
export function hundredthsFrom(typed: string): number | undefined {
  const text = typed.trim().replace(',', '.');
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * HUNDREDTHS) : undefined;
}

/** A code as the ledger writes it: "no show" is NO_SHOW. */
export const codeFrom = (typed: string): string =>
  typed
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_');

/** The fields as the server wants them; what was left empty is left out. */
export function bodyOf(fields: readonly SchemaField[], typed: Typed, within = ''): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const value = valueOf(field, typed, within + field.name);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

const unlessEmpty = <T extends object>(value: T): T | undefined =>
  Object.keys(value).length === 0 ? undefined : value;

function valueOf({ kind, fields }: SchemaField, typed: Typed, place: string): unknown {
  if (kind === 'rows') return rowsOf(fields, typed, place);
  if (kind === 'group') return unlessEmpty(bodyOf(fields, typed, `${place}/`));
  const text = typed[place]?.trim() ?? '';
  if (text === '') return kind === 'choices' && place in typed ? [] : undefined;
  return (READ[kind] ?? ((as) => as))(text);
}

const listFrom = (text: string): string[] => text.split(',').map((part) => part.trim());

/** How what was typed is read, for what is no plain text. What cannot be read goes as it is: the server says what is wrong. */
const READ: Readonly<Partial<Record<FieldKind, (text: string) => unknown>>> = {
  money: (text) => centsFrom(text) ?? text,
  hours: (text) => hundredthsFrom(text) ?? text,
  share: (text) => hundredthsFrom(text) ?? text,
  number: (text) => (/^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text),
  boolean: (text) => text === 'true',
  code: codeFrom,
  codes: (text) => listFrom(text).map(codeFrom),
  choices: listFrom,
  codeOrShare: (text) => hundredthsFrom(text) ?? codeFrom(text),
  allOrCodes: (text) => (codeFrom(text) === 'ALL' ? 'ALL' : listFrom(text).map(codeFrom)),
};

function rowsOf(fields: readonly SchemaField[], typed: Typed, place: string): unknown {
  const rows = Array.from({ length: ROWS_MAX }, (_, at) => bodyOf(fields, typed, `${place}/${at}/`));
  return unlessEmpty(rows.filter((row) => unlessEmpty(row) !== undefined));
}

/** What was recorded before, as it would have been typed: where a correction or a new version begins. */
export function typedOf(fields: readonly SchemaField[], said: Readonly<Record<string, unknown>>, within = ''): Typed {
  return Object.fromEntries(
    fields.flatMap((field): [string, string][] => {
      const [value, place] = [said[field.name], within + field.name];
      if (value === undefined || value === null) return [];
      if (field.kind === 'rows')
        return (value as readonly Readonly<Record<string, unknown>>[]).flatMap((row, at) =>
          Object.entries(typedOf(field.fields, row, `${place}/${at}/`)),
        );
      if (field.kind === 'group')
        return Object.entries(typedOf(field.fields, value as Readonly<Record<string, unknown>>, `${place}/`));
      return [[place, textOf(field, value)]];
    }),
  );
}

const IN_HUNDREDTHS: ReadonlySet<FieldKind> = new Set(['money', 'hours', 'share', 'codeOrShare']);

function textOf({ kind }: SchemaField, value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'number')
    return IN_HUNDREDTHS.has(kind)
      ? (value / HUNDREDTHS).toFixed(2).replace('.', ',')
      : String(value).replace('.', ',');
  return typeof value === 'boolean' ? String(value) : typeof value === 'string' ? value : '';
}
