import type { Cell } from 'write-excel-file/node';

type Value = string | number | null | undefined;
export type TableRow = Readonly<Record<string, Value>>;

/** A table as a spreadsheet: whole cents as numbers, days as days, all else as text, which no program takes for a formula. */
export async function xlsxFile(rows: readonly TableRow[], columns: readonly string[]): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node'); // Starting doesn't wait for it.
  const head = columns.map((column): Cell => ({ value: column, fontWeight: 'bold' }));
  const cells = rows.map((row) => columns.map((column) => cellOf(column, row[column])));
  const widths = columns.map((column) => ({ width: Math.max(column.length, WIDTH_LEAST) + 2 }));
  return await writeExcelFile([head, ...cells], { columns: widths, stickyRowsCount: 1 }).toBuffer();
}

const WIDTH_LEAST = 12;

function cellOf(column: string, value: Value): Cell {
  if (value === null || value === undefined || value === '') return null;
  // A calendar day is the same number everywhere: it is read and written as midnight UTC.
  return isDay(column) ? { value: new Date(String(value)), type: Date, format: 'dd-mm-yyyy' } : value;
}

/** Days are told by the names of their columns: `submittedOn`, `asOf`. */
const isDay = (column: string): boolean => /(On|^asOf)$/.test(column);
