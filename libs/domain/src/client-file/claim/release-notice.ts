import { accept, refuse } from '../../decider.js';
import { addDays, addDuration, dayOf, durationOf, textOf, type Day } from '../../values/calendar-date.js';
import type { ClaimCommand, FileAsking, FileDecision } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import { parametersNamed } from '../determination/parameters-named.js';
import type { RecordedAs } from '../events.js';
import { inRun, type ClaimRecord } from './claim.js';
import { isLive, standingOf } from './claim-state.js';

type Kind = RecordedAs<'DecisionNotified'>['payload']['kind'];

const QUIET_DAYS = 5;
/** A decision that may still turn is not sent out: these wait until it stood unchanged for some days (rulings §2.9). */
const WAITS: ReadonlySet<Kind> = new Set(['REJECTED', 'REDUCED']);
const OBJECTABLE: ReadonlySet<Kind> = new Set(['REJECTED', 'REDUCED', 'EXPIRED']);
const OBJECTION_TERM = 'P6W';
const REQUEST_TERM = 'P6W';

/** Bekendmaking of a determination or an expiry by an officer: from here the provider reads it and the term runs. */
export function releaseNotice(
  file: ClientFile,
  { claim, claimId, subjectEventId, letterId }: ClaimCommand<'ReleaseNotice'>,
  asking: FileAsking,
): FileDecision {
  const expired = claim.ended?.how === 'EXPIRED' && claim.ended.eventId === subjectEventId;
  if (!expired && !isLive(file, claim))
    return refuse('STATE_FORBIDS', { state: standingOf(file, claim, asking).state });
  if (!expired && !inRun(claim, subjectEventId)) return refuse('DECISION_STALE');
  const kind = expired ? 'EXPIRED' : kindOf(claim);
  if (kind === undefined) return refuse('STATE_FORBIDS', { state: standingOf(file, claim, asking).state });
  if (claim.notices.some(({ payload }) => payload.kind === kind && concerns(claim, payload, subjectEventId)))
    return accept(); // It was notified; the letter goes out once.
  const quiet = quietUntil(claim, asking);
  if (WAITS.has(kind) && asking.today < quiet) return refuse('TERM_NOT_PASSED', { date: textOf(quiet) });
  const termUntilOn = termOf(claim, kind, asking);
  return accept({
    type: 'DecisionNotified',
    payload: {
      claimId,
      kind,
      subjectEventId,
      letterId,
      notifiedOn: textOf(asking.today),
      ...(termUntilOn === undefined ? {} : { termUntilOn }),
    },
  });
}

/** What there is to notify: what waits for a date, or for money back, is no notice of its own. */
function kindOf({ determination, submission }: ClaimRecord): Kind | undefined {
  if (determination === undefined) return undefined;
  const { payload } = determination;
  switch (payload.outcome) {
    case 'REJECTED':
      return 'REJECTED';
    case 'REVIEW':
      return 'REVIEW';
    case 'ELIGIBLE':
      return isReduced(payload, submission.payload.cents) ? 'REDUCED' : 'POSITIVE';
    case 'PENDING':
    case 'CLAWBACK':
      return undefined;
    default:
      return payload.outcome satisfies never;
  }
}

/** Less than was claimed, or than the tariff where no amount was named: the provider may object to that. */
const isReduced = (determined: RecordedAs<'ClaimDetermined'>['payload'], claimed = determined.tariffCents): boolean =>
  claimed !== undefined && determined.cents < claimed;

/** The same decision, whichever of its equal determinations the letter named. */
const concerns = (
  claim: ClaimRecord,
  notice: RecordedAs<'DecisionNotified'>['payload'],
  subjectEventId: string,
): boolean => notice.subjectEventId === subjectEventId || inRun(claim, notice.subjectEventId);

function quietUntil({ determination }: ClaimRecord, { quietDays = QUIET_DAYS, today }: FileAsking): Day {
  const since = determination?.run[0]?.on;
  return since === undefined ? today : addDays(dayOf(since), quietDays);
}

/** Six weeks, its last day included, from the day after the letter (Awb 6:7 and 6:8). */
function termOf({ determination }: ClaimRecord, kind: Kind, { today, terms }: FileAsking): string | undefined {
  const parameters = parametersNamed(terms, determination?.payload.definition);
  if (OBJECTABLE.has(kind)) return textOf(addDuration(today, durationOf(parameters?.objectionTerm ?? OBJECTION_TERM)));
  if (kind === 'REVIEW') return textOf(addDuration(today, durationOf(parameters?.completionTerm ?? REQUEST_TERM)));
  return undefined;
}
