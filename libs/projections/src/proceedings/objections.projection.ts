import { decisionTerm, toldState, type ClaimRecord, type Objection } from '@uitkomst/domain';
import { CLIENT_FILES, type ReadFile } from '../client-file-fold.js';
import { defineProjection, type Projection } from '../projection.js';

/** Which objections there are, to be found by state and party; what is read of one comes from its file. */
export interface ObjectionRow {
  readonly municipality: string;
  readonly objectionId: string;
  readonly claimId: string;
  readonly personRef: string;
  readonly providerId: string;
  readonly state: Objection['state'];
  /** As each who filed it sees its own, and is told by letter; absent where it did not file. */
  readonly providerState: Objection['state'] | null;
  readonly clientState: Objection['state'] | null;
  readonly filedOn: string;
  readonly decideByOn: string;
}

export const OBJECTIONS: Projection<ObjectionRow> = defineProjection<ReadFile, ObjectionRow>({
  name: 'objections',
  version: 2,
  fold: CLIENT_FILES,
  columns: {
    municipality: 'text',
    objectionId: 'text',
    claimId: 'text',
    personRef: 'text',
    providerId: 'text',
    state: 'text',
    providerState: 'text',
    clientState: 'text',
    filedOn: 'text',
    decideByOn: 'text',
  },
  primaryKey: ['municipality', 'objectionId'],
  indexes: [
    ['municipality', 'state', 'decideByOn'],
    ['municipality', 'providerId', 'decideByOn'],
    ['municipality', 'personRef'],
  ],
  rows: ({ municipality, personRef, file }) =>
    file.objections.flatMap((objection) => {
      const claim = file.claims.get(objection.claimId);
      return claim === undefined ? [] : [{ municipality, personRef, ...rowOf(objection, claim) }];
    }),
});

function rowOf(objection: Objection, claim: ClaimRecord): Omit<ObjectionRow, 'municipality' | 'personRef'> {
  const { objectionId, claimId, state, filedOn } = objection;
  return {
    objectionId,
    claimId,
    providerId: claim.submission.payload.providerId,
    state,
    providerState: toldState(objection, 'PROVIDER', claim) ?? null,
    clientState: toldState(objection, 'CLIENT', claim) ?? null,
    filedOn,
    decideByOn: decisionTerm(objection).decideByOn,
  };
}
