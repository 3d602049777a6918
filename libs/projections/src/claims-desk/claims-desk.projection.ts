import {
  amsterdamDay,
  noticesDue,
  whoseTurn,
  standingOf,
  type ClaimRecord,
  type ClaimStanding,
  type ClaimState,
  type NoticeSubject,
  type Outcome,
  type OutcomeType,
} from '@uitkomst/domain';
import { CLIENT_FILES, type ReadFile } from '../client-file-fold.js';
import { defineProjection, type Projection } from '../projection.js';
import { contestedClaims } from './contested.js';
import { dueDay, isStale, isUnderway, searchText } from './for-attention.js';
import { openClawback, openObjection, type DeskClawback, type DeskObjection } from './open-business.js';

/** A claim as it lies on the officer's desk, after the last event of its client's file. */
export interface DeskClaim {
  readonly municipality: string;
  readonly claimId: string;
  readonly personRef: string;
  readonly providerId: string;
  readonly providerReference?: string;
  readonly contractId?: string;
  readonly trajectId?: string;
  readonly jobId?: string;
  readonly milestone: string;
  readonly outcomeType: OutcomeType;
  readonly state: ClaimState;
  /** What goes on under an open objection; else the same. */
  readonly beneath: ClaimState;
  readonly outcome?: Outcome;
  readonly fail: readonly string[];
  readonly open: readonly string[];
  /** What the determination says is due. */
  readonly cents: number;
  /** Absent asks for the tariff. */
  readonly claimedCents?: number;
  readonly orderedCents: number;
  /** Paid less recovered. */
  readonly netCents: number;
  readonly toPayCents: number;
  readonly submittedOn: string;
  readonly untilOn?: string;
  readonly nextChangeOn?: string;
  readonly completionUntilOn?: string;
  readonly episodeOn?: string;
  readonly maturityOn?: string;
  readonly definition?: string;
  readonly determinationId?: string;
  readonly decisionHash?: string;
  /** Since when the decision has said the same. */
  readonly decidedOn?: string;
  /** Another provider's live claim covers the same job or episode. */
  readonly contested: boolean;
  readonly awaitsSecondApproval: boolean;
  /** Whose turn it is, and who had a part in it before and may not. */
  readonly turn?: ReturnType<typeof whoseTurn>;
  /** Money asked back, as long as it is neither settled nor let go. */
  readonly clawback?: DeskClawback;
  /** The objection to be decided first. */
  readonly objection?: DeskObjection;
  /** A negative decision that nobody was told of yet, and since when it has stood unchanged. */
  readonly noticeKind?: NoticeSubject['kind'];
  readonly noticeSubjectId?: string;
  readonly noticeSinceOn?: string;
  /** The bank booked something on it that nobody has explained yet: nothing more is ordered on it. */
  readonly mismatched: boolean;
  /** Somebody approved a decision that no longer holds, and nobody the one that does. */
  readonly stale: boolean;
  /** Something is still to be done on it, or to come: what is not, is only looked up. */
  readonly underway: boolean;
  /** The earliest day by which somebody should have acted, or from which the claim is decided anew. */
  readonly dueOn?: string;
  /** What an officer may know it by: its number, which begins with the file's, the provider's reference and the job. */
  readonly search: string;
  /** Count of the claim's own events: its ETag. */
  readonly changes: number;
  /** Position of the last event of the client's file. */
  readonly position: number;
}

export const CLAIMS_DESK: Projection<DeskClaim> = defineProjection<ReadFile, DeskClaim>({
  name: 'claims-desk',
  version: 9,
  fold: CLIENT_FILES,
  columns: {
    municipality: 'text',
    claimId: 'text',
    personRef: 'text',
    providerId: 'text',
    providerReference: 'text',
    contractId: 'text',
    trajectId: 'text',
    jobId: 'text',
    milestone: 'text',
    outcomeType: 'text',
    state: 'text',
    beneath: 'text',
    outcome: 'text',
    fail: 'json',
    open: 'json',
    cents: 'integer',
    claimedCents: 'integer',
    orderedCents: 'integer',
    netCents: 'integer',
    toPayCents: 'integer',
    submittedOn: 'text',
    untilOn: 'text',
    nextChangeOn: 'text',
    completionUntilOn: 'text',
    episodeOn: 'text',
    maturityOn: 'text',
    definition: 'text',
    determinationId: 'text',
    decisionHash: 'text',
    decidedOn: 'text',
    contested: 'boolean',
    awaitsSecondApproval: 'boolean',
    turn: 'json',
    clawback: 'json',
    objection: 'json',
    noticeKind: 'text',
    noticeSubjectId: 'text',
    noticeSinceOn: 'text',
    mismatched: 'boolean',
    stale: 'boolean',
    underway: 'boolean',
    dueOn: 'text',
    search: 'text',
    changes: 'integer',
    position: 'integer',
  },
  primaryKey: ['municipality', 'claimId'],
  indexes: [
    ['municipality', 'state', 'submittedOn'],
    ['municipality', 'providerId', 'submittedOn'],
    ['municipality', 'contested', 'submittedOn'],
    ['municipality', 'submittedOn'],
    ['municipality', 'underway', 'contested', 'submittedOn'],
    ['municipality', 'dueOn'],
  ],
  rows: (read) => {
    const contested = contestedClaims(read.file);
    const claims = [...read.file.claims.values()];
    return claims.map((claim) => deskClaim(read, claim, contested.has(claim.claimId)));
  },
});

function deskClaim(read: ReadFile, claim: ClaimRecord, contested: boolean): DeskClaim {
  const { file } = read;
  // As of the day of the last event, so that the rows follow from the events alone; the clock records what a later day changes.
  const today = amsterdamDay(read.lastRecordedAt);
  const standing = standingOf(file, claim, { today });
  const [notice] = noticesDue(file, claim, { today });
  const clawback = openClawback(file, claim);
  const objection = openObjection(file, claim);
  const turn = whoseTurn(file, claim, { today });
  const mismatched = file.mismatches.some(({ claimId }) => claimId === claim.claimId);
  const stale = isStale(claim, standing);
  const dueOn = dueDay(claim, { clawback, objection });
  return {
    municipality: read.municipality,
    personRef: read.personRef,
    ...submission(claim),
    ...determination(claim),
    ...money(standing),
    contested,
    awaitsSecondApproval: standing.state === 'APPROVED_1',
    ...(claim.completionUntilOn !== undefined && { completionUntilOn: claim.completionUntilOn }),
    ...(turn && { turn }),
    ...(clawback && { clawback }),
    ...(objection && { objection }),
    ...(notice && {
      noticeKind: notice.kind,
      noticeSubjectId: notice.eventId,
      noticeSinceOn: notice.sinceOn,
    }),
    mismatched,
    stale,
    underway: isUnderway(standing, [clawback !== undefined, notice !== undefined, mismatched, stale]),
    ...(dueOn !== undefined && { dueOn }),
    search: searchText(claim),
    changes: claim.changes,
    position: read.position,
  };
}

function submission({ submission: { payload } }: ClaimRecord) {
  const { claimId, providerId, milestone, outcomeType, submittedOn, cents, ...named } = payload;
  const { providerReference, contractId, trajectId, jobId } = named;
  return {
    claimId,
    providerId,
    milestone,
    outcomeType,
    submittedOn,
    ...(cents !== undefined && { claimedCents: cents }),
    ...(providerReference !== undefined && { providerReference }),
    ...(contractId !== undefined && { contractId }),
    ...(trajectId !== undefined && { trajectId }),
    ...(jobId !== undefined && { jobId }),
  };
}

function determination({ determination: current }: ClaimRecord) {
  if (!current) return { fail: [], open: [], cents: 0 };
  const { outcome, fail, open, cents, decisionHash, untilOn, nextChangeOn, episodeOn, maturityOn, definition } =
    current.payload;
  return {
    outcome,
    fail,
    open,
    cents,
    decisionHash,
    determinationId: current.id,
    decidedOn: current.run[0]?.on ?? current.payload.basis.asOf,
    ...(untilOn !== undefined && { untilOn }),
    ...(nextChangeOn !== undefined && { nextChangeOn }),
    ...(episodeOn !== undefined && { episodeOn }),
    ...(maturityOn !== undefined && { maturityOn }),
    ...(definition !== undefined && { definition }),
  };
}

const money = ({ state, beneath, orderedCents, netCents, toPayCents }: ClaimStanding) => ({
  state,
  beneath,
  orderedCents,
  netCents,
  toPayCents,
});
