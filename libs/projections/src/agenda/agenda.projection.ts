import {
  addDays,
  addDuration,
  amsterdamDay,
  dayOf,
  durationOf,
  isLive,
  standingOf,
  textOf,
  type ClaimRecord,
} from '@uitkomst/domain';
import { CLIENT_FILES, type ReadFile } from '../client-file-fold.js';
import { defineProjection, type Projection } from '../projection.js';

/**
 * Why a claim must be looked at on a day: something may matter from then on; its completion term is over; an open proposal to
 * reclaim is past its horizon.
 */
export type DueKind = 'NEXT_CHANGE' | 'COMPLETION_TERM' | 'CLAWBACK_HORIZON';

/** An appointment of the clock. */
export interface Due {
  readonly municipality: string;
  readonly personRef: string;
  readonly claimId: string;
  readonly kind: DueKind;
  /** First day on which it is due. */
  readonly dueOn: string;
}

export const AGENDA: Projection<Due> = defineProjection<ReadFile, Due>({
  name: 'agenda',
  version: 1,
  fold: CLIENT_FILES,
  columns: { municipality: 'text', personRef: 'text', claimId: 'text', kind: 'text', dueOn: 'text' },
  primaryKey: ['municipality', 'claimId', 'kind'],
  indexes: [['dueOn', 'municipality', 'personRef', 'claimId', 'kind']],
  rows: (read) => {
    const { municipality, personRef, file } = read;
    const live = [...file.claims.values()].filter((claim) => isLive(file, claim));
    return live.flatMap((claim) =>
      appointments(read, claim).map(({ kind, dueOn }) => ({
        municipality,
        personRef,
        claimId: claim.claimId,
        kind,
        dueOn,
      })),
    );
  },
});

const CLAWBACK_HORIZON = durationOf('P5Y');

function appointments({ file, lastRecordedAt }: ReadFile, claim: ClaimRecord): readonly Pick<Due, 'kind' | 'dueOn'>[] {
  const due: Pick<Due, 'kind' | 'dueOn'>[] = [];
  const nextChangeOn = claim.determination?.payload.nextChangeOn;
  if (nextChangeOn !== undefined) due.push({ kind: 'NEXT_CHANGE', dueOn: nextChangeOn });
  const { state, beneath } = standingOf(file, claim, { today: amsterdamDay(lastRecordedAt) });
  if (state === 'INCOMPLETE' && claim.completionUntilOn !== undefined)
    due.push({ kind: 'COMPLETION_TERM', dueOn: textOf(addDays(dayOf(claim.completionUntilOn), 1)) });
  const paid = file.payments.findLast(({ claimId, paidCents }) => claimId === claim.claimId && paidCents > 0);
  if (beneath === 'CLAWBACK_PROPOSED' && paid) {
    const horizon = addDuration(dayOf(paid.order?.determinedOn ?? paid.orderedOn), CLAWBACK_HORIZON);
    due.push({ kind: 'CLAWBACK_HORIZON', dueOn: textOf(addDays(horizon, 1)) });
  }
  return due;
}
