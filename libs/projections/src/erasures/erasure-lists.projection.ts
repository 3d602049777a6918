import { erasureDecider, type ErasureEvent, type ErasureList, type RecordedOf } from '@uitkomst/domain';
import { plain } from '@uitkomst/ledger';
import { defineProjection, type Projection } from '../projection.js';
import { municipalityOf } from '../references/stream-names.js';

/** A list of persons whose data somebody proposed to erase. */
export interface ListedErasure {
  readonly municipality: string;
  readonly listId: string;
  readonly status: 'PROPOSED' | 'DECIDED';
  readonly persons: number;
  readonly proposedOn: string;
}

export const ERASURE_LISTS: Projection<ListedErasure> = defineProjection<ErasureList, ListedErasure>({
  name: 'erasure-lists',
  version: 1,
  fold: {
    follows: (stream) => stream.startsWith('erasure-'),
    initial: () => erasureDecider.initial,
    evolve: (list, event) => erasureDecider.evolve(list, plain(event) as RecordedOf<ErasureEvent>),
  },
  columns: { municipality: 'text', listId: 'text', status: 'text', persons: 'integer', proposedOn: 'text' },
  primaryKey: ['municipality', 'listId'],
  indexes: [['status']],
  rows: ({ listId, status, dossierRefs, proposedOn }, stream) =>
    status === 'NONE' || listId === undefined || proposedOn === undefined
      ? []
      : [{ municipality: municipalityOf(stream), listId, status, persons: dossierRefs.length, proposedOn }],
});
