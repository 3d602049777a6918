import type { RowReport } from '@uitkomst/contracts';
import { wordsOf } from '@uitkomst/domain';

/** Which row, and its place in what came. */
interface AtRow {
  readonly row: number;
  readonly index: number;
}

export const refusedRow = (row: number, code: string): RowReport => ({ row, status: 'REFUSED', code, errors: [] });

/** Refused for what one of its fields says. */
export const refusedField = ({ row, index }: AtRow, field: string, code: string): RowReport => ({
  ...refusedRow(row, code),
  errors: [{ in: 'body', pointer: `/rows/${index}/${field}`, code, message: wordsOf(code, 'nl') }],
});
