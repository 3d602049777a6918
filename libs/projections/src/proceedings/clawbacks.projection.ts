import {
  clawbackStateOf,
  hearingUntil,
  isDecisionUntold,
  outstandingCents,
  type ClaimRecord,
  type Clawback,
} from '@uitkomst/domain';
import { CLIENT_FILES, type ReadFile } from '../client-file-fold.js';
import { defineProjection, type Projection } from '../projection.js';

export type ClawbackState = 'PROPOSED' | 'DECIDED' | 'SETTLED' | 'WITHDRAWN';

/** Which money is asked back, to be found by its state; what is read of it comes from its file. */
export interface ClawbackRow {
  readonly municipality: string;
  readonly clawbackId: string;
  readonly claimId: string;
  readonly personRef: string;
  readonly providerId: string;
  readonly state: ClawbackState;
  /** As the provider sees it, who is told by letter; absent while no letter told of it. */
  readonly toldState?: ClawbackState;
  readonly outstandingCents: number;
  readonly proposedOn: string;
}

export const CLAWBACKS: Projection<ClawbackRow> = defineProjection<ReadFile, ClawbackRow>({
  name: 'clawbacks',
  version: 1,
  fold: CLIENT_FILES,
  columns: {
    municipality: 'text',
    clawbackId: 'text',
    claimId: 'text',
    personRef: 'text',
    providerId: 'text',
    state: 'text',
    toldState: 'text',
    outstandingCents: 'integer',
    proposedOn: 'text',
  },
  primaryKey: ['municipality', 'clawbackId'],
  indexes: [
    ['municipality', 'state', 'proposedOn'],
    ['municipality', 'providerId', 'proposedOn'],
  ],
  rows: ({ municipality, personRef, file }) =>
    file.clawbacks.flatMap((clawback) => {
      const claim = file.claims.get(clawback.claimId);
      return claim === undefined ? [] : [{ municipality, personRef, ...rowOf(clawback, claim) }];
    }),
});

function rowOf(clawback: Clawback, claim: ClaimRecord): Omit<ClawbackRow, 'municipality' | 'personRef'> {
  const { clawbackId, claimId, proposedOn } = clawback;
  const isTold = hearingUntil(clawback, claim) !== undefined;
  return {
    clawbackId,
    claimId,
    providerId: claim.submission.payload.providerId,
    state: clawbackStateOf(clawback),
    ...(isTold && { toldState: isDecisionUntold(clawback, claim) ? 'PROPOSED' : clawbackStateOf(clawback) }),
    outstandingCents: outstandingCents(clawback),
    proposedOn,
  };
}
