import {
  amsterdamDay,
  madeKnown,
  providerView,
  respondUntilOn,
  standingOf,
  type ClaimRecord,
  type OutcomeType,
  type ProviderClaim,
  type ProviderStatus,
} from '@uitkomst/domain';
import { CLIENT_FILES, type ReadFile } from '../client-file-fold.js';
import { defineProjection, type Projection } from '../projection.js';
import { lettersToProvider } from './letters-to-provider.js';

/** A claim as its own provider may look it up. `claim` is for `providerView` alone, which leaves out what is not for its eyes. */
export interface OwnClaimRow {
  readonly municipality: string;
  readonly providerId: string;
  readonly claimId: string;
  readonly providerReference?: string;
  readonly contractId?: string;
  readonly trajectId?: string;
  readonly jobId?: string;
  readonly assertedOutflowOn?: string;
  readonly milestone: string;
  readonly outcomeType: OutcomeType;
  readonly claimedCents?: number;
  readonly paidCents: number;
  readonly submittedOn: string;
  /** Until when missing evidence may be sent, or an objection to the last notified decision is in time. */
  readonly respondUntilOn?: string;
  readonly status: ProviderStatus;
  readonly claim: ProviderClaim;
  readonly changes: number;
}

export const OWN_CLAIMS: Projection<OwnClaimRow> = defineProjection<ReadFile, OwnClaimRow>({
  name: 'own-claims',
  version: 7,
  fold: CLIENT_FILES,
  columns: {
    municipality: 'text',
    providerId: 'text',
    claimId: 'text',
    providerReference: 'text',
    contractId: 'text',
    trajectId: 'text',
    jobId: 'text',
    assertedOutflowOn: 'text',
    milestone: 'text',
    outcomeType: 'text',
    claimedCents: 'integer',
    paidCents: 'integer',
    submittedOn: 'text',
    respondUntilOn: 'text',
    status: 'text',
    claim: 'json',
    changes: 'integer',
  },
  primaryKey: ['municipality', 'providerId', 'claimId'],
  indexes: [
    ['municipality', 'providerId', 'submittedOn'],
    ['municipality', 'providerId', 'status', 'submittedOn'],
  ],
  rows: (read) => [...read.file.claims.values()].map((claim) => ownClaimRow(read, claim)),
});

/** The claim as `providerView` takes it. */
export function providerClaim({ file, told, lastRecordedAt }: ReadFile, claim: ClaimRecord): ProviderClaim {
  const { state } = standingOf(file, claim, { today: amsterdamDay(lastRecordedAt) });
  const { cents } = claim.submission.payload;
  const notified = told.get(claim.claimId);
  return {
    state,
    ...(cents !== undefined && { claimedCents: cents }),
    ...(claim.determination && { determination: shown(claim.determination.payload) }),
    ...(claim.refusal !== undefined && { refused: true }),
    madeKnown: madeKnown(file, claim),
    ...(notified && {
      notified: { kind: notified.kind, ...(notified.decision && { decision: shown(notified.decision) }) },
    }),
  };
}

type Shown = NonNullable<ProviderClaim['determination']>;

/** Only what the view reads: no basis, no shares of others. */
const shown = ({ outcome, fail, open, untilOn, cents, tariffCents, decisionHash, rules = [] }: Shown): Shown => ({
  outcome,
  fail,
  open,
  cents,
  decisionHash,
  ...(untilOn !== undefined && { untilOn }),
  ...(tariffCents !== undefined && { tariffCents }),
  rules,
});

function ownClaimRow(read: ReadFile, claim: ClaimRecord): OwnClaimRow {
  const { payload } = claim.submission;
  const { claimId, providerId, milestone, outcomeType, submittedOn, cents } = payload;
  const { providerReference, contractId, trajectId, jobId, assertedOutflowOn } = payload;
  const view = providerClaim(read, claim);
  const untilOn = respondUntilOn({ ...claim, notices: lettersToProvider(read.file, claim) });
  const payments = read.file.payments.filter((order) => order.claimId === claimId);
  return {
    municipality: read.municipality,
    providerId,
    claimId,
    ...(providerReference !== undefined && { providerReference }),
    ...(contractId !== undefined && { contractId }),
    ...(trajectId !== undefined && { trajectId }),
    ...(jobId !== undefined && { jobId }),
    ...(assertedOutflowOn !== undefined && { assertedOutflowOn }),
    milestone,
    outcomeType,
    ...(cents !== undefined && { claimedCents: cents }),
    paidCents: payments.reduce((sum, order) => sum + order.paidCents, 0),
    submittedOn,
    ...(untilOn !== undefined && { respondUntilOn: untilOn }),
    status: providerView(view, 'nl').status,
    claim: view,
    changes: claim.changes,
  };
}
