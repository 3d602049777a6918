import type { FastifyRequest } from 'fastify';
import { preferred } from '../wanted/media-types.js';

export const CSV = 'text/csv';
export const JSON_TYPE = 'application/json';

/** A table as spreadsheets of the Netherlands open it; a cell that would be a formula there is made text. */
export async function csvFile(rows: readonly object[], columns: readonly string[]): Promise<Buffer> {
  const { stringify } = await import('csv-stringify/sync'); // Starting doesn't wait for it.
  const format = { header: true, columns: [...columns], delimiter: ';', bom: true, escape_formulas: true };
  return Buffer.from(stringify([...rows], format), 'utf8');
}

/** Whether the table is wanted as CSV: JSON where both are wanted alike and neither is named first. */
export const wantsCsv = ({ headers }: FastifyRequest): boolean => preferred(headers.accept, [JSON_TYPE, CSV]) === CSV;
