import { inTime } from '@uitkomst/ledger';

/**
 * What the broker's client was asked, or an error when it stays silent for so many milliseconds. The client limits a request that is on
 * its way, but not one that waits for a connection that broke meanwhile: such a one is never answered.
 */
export const answered = <Answer>(asked: Promise<Answer>, limitMs: number): Promise<Answer> =>
  inTime(asked, limitMs, () => new Error(`The broker did not answer within ${limitMs} ms`));
