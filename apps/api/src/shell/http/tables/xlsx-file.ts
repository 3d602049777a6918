import type { Cell } from 'write-excel-file/node';

type Value = string | number | null | undefined;
export type TableRow = Readonly<Record<string, Value>>;

/**
 * A table as a spreadsheet, for people: euros as amounts, days as days, all else as text, which no program takes for a formula. Who
 * reads it by a program takes the CSV, with the names and whole cents of the API.
 */
export async function xlsxFile(rows: readonly TableRow[], columns: readonly string[]): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node'); // Starting doesn't wait for it.
  const head = columns.map((column): Cell => ({
    value: isCents(column) ? inEuros(column) : column,
    fontWeight: 'bold',
  }));
  const cells = rows.map((row) => columns.map((column) => cellOf(column, row[column])));
  const widths = columns.map((column) => ({ width: Math.max(column.length, WIDTH_LEAST) + 2 }));
  return await writeExcelFile([head, ...cells], { columns: widths, stickyRowsCount: 1 }).toBuffer();
}

const WIDTH_LEAST = 12;

function cellOf(column: string, value: Value): Cell {
  if (value === null || value === undefined || value === '') return null;
  // Once, at the edge: a spreadsheet has no other numbers, and its sums are right to the cent.
  if (isCents(column)) return { value: Number(value) / 100, type: Number, format: EUROS };
  // A calendar day is the same number everywhere: it is read and written as midnight UTC.
  return isDay(column) ? { value: new Date(String(value)), type: Date, format: 'dd-mm-yyyy' } : value;
}

/** As the reader's own spreadsheet writes euros: `€ 17.000,50` in Dutch. */
const EUROS = '[$€-413] #,##0.00';

/** Money is told by the names of its columns too: `cents`, `paidCents`, which hold euros here. */
const isCents = (column: string): boolean => /(^c|C)ents$/.test(column);
const inEuros = (column: string): string => column.replace(/^cents$/, 'euros').replace(/Cents$/, 'Euros');

/** Days are told by the names of their columns: `submittedOn`, `asOf`. */
const isDay = (column: string): boolean => /(On|^asOf)$/.test(column);
