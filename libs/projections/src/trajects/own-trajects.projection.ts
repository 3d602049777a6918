import { factsOf, type ClientFile, type RecordedAs } from '@uitkomst/domain';
import { CLIENT_FILES, type ReadFile } from '../client-file-fold.js';
import { defineProjection, type Projection } from '../projection.js';
import { ownBy, type OwnQuestion } from '../own-claims/own-question.js';
import { selectPage, type ReadStore, type RowPage } from '../reads.js';

/** A traject as its provider looks it up to claim on it: with the jobs that this provider recorded itself, and no others. */
export interface OwnTraject {
  readonly municipality: string;
  readonly providerId: string;
  readonly personRef: string;
  readonly trajectId: string;
  readonly contractId: string;
  readonly product?: string;
  readonly intakeOn: string;
  readonly startedOn: string;
  readonly endedOn?: string;
  readonly jobs: readonly OwnJob[];
  /** How many claims this provider has on it. */
  readonly claims: number;
}

export interface OwnJob {
  readonly jobId: string;
  readonly startedOn: string;
  readonly employerId: string;
}

export const OWN_TRAJECTS: Projection<OwnTraject> = defineProjection<ReadFile, OwnTraject>({
  name: 'own-trajects',
  version: 1,
  fold: CLIENT_FILES,
  columns: {
    municipality: 'text',
    providerId: 'text',
    personRef: 'text',
    trajectId: 'text',
    contractId: 'text',
    product: 'text',
    intakeOn: 'text',
    startedOn: 'text',
    endedOn: 'text',
    jobs: 'json',
    claims: 'integer',
  },
  primaryKey: ['municipality', 'providerId', 'personRef', 'trajectId'],
  indexes: [['municipality', 'providerId', 'startedOn']],
  rows: ({ municipality, personRef, file }) => {
    const { mergedInto } = file.registration;
    if (mergedInto !== undefined || file.erasedOn !== undefined) return [];
    return factsOf(file.facts, 'TrajectAssigned').map(({ payload }) =>
      Object.assign({ municipality, personRef }, trajectOf(file, payload)),
    );
  },
});

type Assigned = RecordedAs<'TrajectAssigned'>['payload'];

function trajectOf(file: ClientFile, assigned: Assigned): Omit<OwnTraject, 'municipality' | 'personRef'> {
  const { providerId, trajectId, contractId, product, intakeOn, validFrom: startedOn } = assigned;
  const ended = factsOf(file.facts, 'TrajectEnded').findLast(({ payload }) => payload.trajectId === trajectId);
  return {
    providerId,
    trajectId,
    contractId,
    ...(product !== undefined && { product }),
    intakeOn,
    startedOn,
    ...(ended && { endedOn: ended.payload.validFrom }),
    jobs: jobsOf(file, providerId),
    claims: claimsOn(file, providerId, trajectId),
  };
}

const jobsOf = ({ facts }: ClientFile, providerId: string): readonly OwnJob[] =>
  factsOf(facts, 'PlacementStarted')
    .filter(({ actor }) => actor.role === 'PROVIDER' && actor.orgId === providerId)
    .map(({ payload: { jobId, employerId, validFrom: startedOn } }) => ({ jobId, employerId, startedOn }));

const claimsOn = ({ claims }: ClientFile, providerId: string, trajectId: string): number =>
  [...claims.values()].filter(
    ({ submission: { payload } }) => payload.providerId === providerId && payload.trajectId === trajectId,
  ).length;

/** A provider's own trajects, the latest started first. */
export function readOwnTrajects(
  reads: ReadStore,
  { municipality, providerId, limit, offset }: OwnQuestion,
): Promise<RowPage<OwnTraject>> {
  const where = ownBy<OwnTraject>({ municipality, providerId });
  const orderBy = [
    { column: 'startedOn', descending: true },
    { column: 'personRef' },
    { column: 'trajectId' },
  ] as const;
  return selectPage(reads, OWN_TRAJECTS, { where, orderBy, limit, offset });
}
