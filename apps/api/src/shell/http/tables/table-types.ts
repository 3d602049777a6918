import type { FastifyRequest } from 'fastify';
import { preferred } from '../wanted/media-types.js';

export const JSON_TYPE = 'application/json';
export const CSV = 'text/csv';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a list that is also given whole is given as. */
export const TABLE_TYPES = [JSON_TYPE, CSV, XLSX] as const;
export type FileType = Exclude<(typeof TABLE_TYPES)[number], typeof JSON_TYPE>;

/** As which file a list is wanted, none for its pages: JSON where all are wanted alike and none is named first. */
export function fileWanted({ headers }: FastifyRequest): FileType | undefined {
  const wanted = preferred(headers.accept, TABLE_TYPES);
  return wanted === JSON_TYPE ? undefined : wanted;
}

/** Whether the table is wanted as CSV: JSON where both are wanted alike and neither is named first. */
export const wantsCsv = ({ headers }: FastifyRequest): boolean => preferred(headers.accept, [JSON_TYPE, CSV]) === CSV;
