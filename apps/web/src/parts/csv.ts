const BEGINS_FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[";\r\n]/;

/** Rows as a file for a spreadsheet: semicolons, so that a Dutch one opens it as columns; nothing in it is taken for a formula. */
export const csvBlob = (rows: readonly (readonly (string | number)[])[]): Blob =>
  new Blob([`\uFEFF${csvText(rows)}`], { type: 'text/csv;charset=utf-8' });

export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('');

/** Cents as a spreadsheet reads them: 3000,00. */
export const csvEuros = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');

const AMOUNT = /^-?\d+,\d\d$/;

function cellOf(value: string | number): string {
  const text = String(value);
  const safe = typeof value === 'string' && BEGINS_FORMULA.test(text) && !AMOUNT.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
