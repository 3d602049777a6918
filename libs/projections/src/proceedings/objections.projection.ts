import { decisionTerm, type ClaimRecord, type Objection, type Party } from '@uitkomst/domain';
import { CLIENT_FILES, type ReadFile } from '../client-file-fold.js';
import { defineProjection, type Projection } from '../projection.js';

/** Which objections there are, to be found by state and party; what is read of one comes from its file. */
export interface ObjectionRow {
  readonly municipality: string;
  readonly objectionId: string;
  readonly claimId: string;
  readonly personRef: string;
  readonly providerId: string;
  readonly ofProvider: boolean;
  readonly ofClient: boolean;
  readonly state: Objection['state'];
  /** As who filed it sees it, who is told by letter. */
  readonly toldState: Objection['state'];
  readonly filedOn: string;
  readonly decideByOn: string;
}

export const OBJECTIONS: Projection<ObjectionRow> = defineProjection<ReadFile, ObjectionRow>({
  name: 'objections',
  version: 1,
  fold: CLIENT_FILES,
  columns: {
    municipality: 'text',
    objectionId: 'text',
    claimId: 'text',
    personRef: 'text',
    providerId: 'text',
    ofProvider: 'boolean',
    ofClient: 'boolean',
    state: 'text',
    toldState: 'text',
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
  const { objectionId, claimId, by, parties, state, filedOn, decision } = objection;
  const isOf = (party: Party): boolean => by === party || parties.includes(party);
  const isTold = decision === undefined || isNotified(claim, decision.eventId);
  return {
    objectionId,
    claimId,
    providerId: claim.submission.payload.providerId,
    ofProvider: isOf('PROVIDER'),
    ofClient: isOf('CLIENT'),
    state,
    toldState: isTold ? state : 'OPEN',
    filedOn,
    decideByOn: decisionTerm(objection).decideByOn,
  };
}

const isNotified = ({ notices }: ClaimRecord, eventId: string): boolean =>
  notices.some(({ payload }) => payload.subjectEventId === eventId);
