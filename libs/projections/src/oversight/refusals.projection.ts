import { defineProjection, type Projection } from '../projection.js';
import { municipalityOf } from '../references/stream-names.js';

/** What was refused to somebody who decides or pays. */
export interface ListedRefusal {
  readonly municipality: string;
  readonly eventId: string;
  readonly subject: string;
  readonly command: string;
  readonly code: string;
  readonly claimId?: string;
  readonly recordedAt: string;
}

type Refusal = Pick<ListedRefusal, 'subject' | 'command' | 'code' | 'claimId'>;

export const REFUSALS: Projection<ListedRefusal> = defineProjection<
  readonly Omit<ListedRefusal, 'municipality'>[],
  ListedRefusal
>({
  name: 'refusals',
  version: 1,
  fold: {
    follows: (stream) => stream.startsWith('refusals-'),
    initial: () => [],
    evolve: (known, { id, payload, recordedAt }) => [...known, { eventId: id, ...(payload as Refusal), recordedAt }],
  },
  columns: {
    municipality: 'text',
    eventId: 'text',
    subject: 'text',
    command: 'text',
    code: 'text',
    claimId: 'text',
    recordedAt: 'text',
  },
  primaryKey: ['municipality', 'eventId'],
  indexes: [
    ['municipality', 'recordedAt'],
    ['municipality', 'subject', 'recordedAt'],
  ],
  rows: (known, stream) => known.map((refusal) => ({ municipality: municipalityOf(stream), ...refusal })),
});
