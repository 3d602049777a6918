import type { Schema } from '../shell/api/client.js';

type Line = Pick<Schema<'Batch'>['lines'][number], 'state'>;

/** How many lines the total of a batch is of: what is held or fell out is not paid with it. */
export const countGoing = (lines: readonly Line[]): number =>
  lines.filter(({ state }) => state !== 'HELD' && state !== 'DROPPED').length;
