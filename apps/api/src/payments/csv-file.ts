import { stringify } from 'csv-stringify/sync';
import type { FastifyRequest } from 'fastify';

export const CSV = 'text/csv';
export const JSON_TYPE = 'application/json';

/** A table as spreadsheets of the Netherlands open it; a cell that would be a formula there is made text. */
export const csvFile = (rows: readonly object[], columns: readonly string[]): Buffer =>
  Buffer.from(
    stringify([...rows], { header: true, columns: [...columns], delimiter: ';', bom: true, escape_formulas: true }),
    'utf8',
  );

/** Whether the table is wanted as CSV: JSON where neither is named first. */
export function wantsCsv({ headers: { accept = '' } }: FastifyRequest): boolean {
  const csv = accept.search(/text\/(csv|\*)/);
  const json = accept.search(/application\/(json|\*)/);
  return csv >= 0 && (json < 0 || csv < json);
}
