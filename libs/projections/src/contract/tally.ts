import type { Ledger } from '@uitkomst/ledger';
import { defineProjection, type Projection } from '../projection.js';
import type { ReadStore } from '../reads.js';
import { invited, record } from '../testing/recording.js';

/** Opens an empty read store of the engine under test, or again the one of that name. */
export type OpenReads = (name?: string) => Promise<ReadStore>;

export interface Tally {
  readonly client: string;
  readonly events: number;
  readonly lastAt: number;
}

/** A read model with nothing special about it: how many events a client has, and where the last is. */
export const tally = (version: number): Projection<Tally> =>
  defineProjection<{ events: number; lastAt: number }, Tally>({
    name: 'tally',
    version,
    fold: {
      follows: (stream) => stream.startsWith('client-'),
      initial: () => ({ events: 0, lastAt: -1 }),
      evolve: ({ events }, { position }) => ({ events: events + 1, lastAt: position }),
    },
    columns: { client: 'text', events: 'integer', lastAt: 'integer' },
    primaryKey: ['client'],
    rows: (state, stream) => [{ client: stream, ...state }],
  });

const client = (n: number): string => `client-0363-aaaaaaaaaaaa${'abcdefgh'[n % 8] ?? 'a'}`;

/** Records so many events over eight clients. */
export async function write(ledger: Ledger, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await record(ledger, client(n * 5), invited('SPRING'));
}
