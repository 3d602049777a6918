import {
  addDays,
  amsterdamDay,
  closableOn,
  dayOf,
  decisionTerm,
  hearingUntil,
  horizonOf,
  isLive,
  standingOf,
  textOf,
  type ClaimRecord,
  type Terms,
} from '@uitkomst/domain';
import { CLIENT_FILES, type ReadFile } from '../client-file-fold.js';
import { defineProjection, type Projection } from '../projection.js';

/**
 * Why a claim must be looked at on a day: something may matter from then on; its completion term is over; the provider could be heard;
 * an open proposal to reclaim is past its horizon; an objection should have been decided; nothing happened to it for years.
 */
export type DueKind =
  'NEXT_CHANGE' | 'COMPLETION_TERM' | 'HEARING_TERM' | 'CLAWBACK_HORIZON' | 'OBJECTION_TERM' | 'CLOSING';

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
  version: 4,
  fold: CLIENT_FILES,
  columns: { municipality: 'text', personRef: 'text', claimId: 'text', kind: 'text', dueOn: 'text' },
  primaryKey: ['municipality', 'claimId', 'kind'],
  indexes: [['dueOn', 'municipality', 'personRef', 'claimId', 'kind']],
  rows: (read, _stream, definitionsOf) => {
    const { municipality, personRef, file } = read;
    const terms = definitionsOf(municipality);
    return [...file.claims.values()].flatMap((claim) =>
      [...appointments(read, claim, terms)].map(([kind, dueOn]) => ({
        municipality,
        personRef,
        claimId: claim.claimId,
        kind,
        dueOn,
      })),
    );
  },
});

type Appointments = ReadonlyMap<DueKind, string>;

/** When a claim must be looked at, and why, as its file stands. */
export function appointments(read: ReadFile, claim: ClaimRecord, terms: Terms): Appointments {
  const { file, lastRecordedAt } = read;
  const due = new Map<DueKind, string>();
  const { state, beneath } = standingOf(file, claim, { today: amsterdamDay(lastRecordedAt), terms });
  const nextChangeOn = claim.determination?.payload.nextChangeOn;
  if (nextChangeOn !== undefined && isLive(file, claim)) due.set('NEXT_CHANGE', nextChangeOn);
  if (state === 'INCOMPLETE' && claim.completionUntilOn !== undefined)
    due.set('COMPLETION_TERM', dayAfter(claim.completionUntilOn));
  if (beneath === 'CLAWBACK_PROPOSED') for (const [kind, on] of ofProposal(read, claim, terms)) due.set(kind, on);
  for (const objection of file.objections) {
    if (objection.claimId !== claim.claimId || objection.state !== 'OPEN') continue;
    const on = dayAfter(decisionTerm(objection).decideByOn);
    if (on < (due.get('OBJECTION_TERM') ?? '9')) due.set('OBJECTION_TERM', on);
  }
  const closesOn = closableOn(file, claim, { state, terms });
  if (closesOn !== undefined) due.set('CLOSING', textOf(closesOn));
  return due;
}

/** From the day on which the provider has had its say, and the day on which it is too late to ask anything back. */
function* ofProposal({ file }: ReadFile, claim: ClaimRecord, terms: Terms): Generator<readonly [DueKind, string]> {
  const open = file.clawbacks.find(({ claimId, state }) => claimId === claim.claimId && state === 'PROPOSED');
  const until = open && hearingUntil(open, claim);
  if (until !== undefined) yield ['HEARING_TERM', dayAfter(until)];
  const horizon = horizonOf(file, claim, terms);
  if (horizon !== undefined) yield ['CLAWBACK_HORIZON', textOf(addDays(horizon, 1))];
}

const dayAfter = (day: string): string => textOf(addDays(dayOf(day), 1));
