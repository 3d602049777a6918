import type { SourceEvent } from '@uitkomst/domain';
import { defineProjection, type Projection } from '../projection.js';
import { municipalityOf } from './stream-names.js';

/** Through which day a register is complete. */
export interface ListedWatermark {
  readonly municipality: string;
  readonly system: string;
  readonly completeThrough: string;
}

export const WATERMARKS: Projection<ListedWatermark> = defineProjection<
  Omit<ListedWatermark, 'municipality'> | undefined,
  ListedWatermark
>({
  name: 'watermarks',
  version: 1,
  fold: {
    follows: (stream) => stream.startsWith('source-'),
    initial: () => undefined,
    evolve: (known, event) => {
      const { system, completeThrough } = event.payload as SourceEvent['payload'];
      return known && known.completeThrough > completeThrough ? known : { system, completeThrough };
    },
  },
  columns: { municipality: 'text', system: 'text', completeThrough: 'text' },
  primaryKey: ['municipality', 'system'],
  rows: (known, stream) => (known ? [{ municipality: municipalityOf(stream), ...known }] : []),
});
