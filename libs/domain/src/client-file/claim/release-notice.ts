import { accept, refuse } from '../../decider.js';
import { addDays, addDuration, dayOf, durationOf, textOf, type Duration } from '../../values/calendar-date.js';
import type { ClaimCommand, FileAsking, FileDecision } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import { completionTermOf } from '../determination/completion-term.js';
import { parametersNamed } from '../determination/parameters-named.js';
import { inRun, type ClaimRecord } from './claim.js';
import { isLive, standingOf } from './claim-state.js';
import { isLetterTaken, subjectNamed, wasNotified, type NoticeKind, type NoticeSubject } from './notice-subjects.js';

const QUIET_DAYS = 5;
/** What the system decided may still turn: these wait until it stood unchanged for some days (rulings §2.9). */
const WAITS: ReadonlySet<NoticeKind> = new Set(['REJECTED', 'REDUCED', 'CLAWBACK_PROPOSED']);
const OBJECTION_TERM = 'P6W';
const HEARING_TERM = 'P2W';

/** Bekendmaking by an officer: from here the provider reads it and the term runs. */
export function releaseNotice(
  file: ClientFile,
  { claim, claimId, subjectEventId, letterId }: ClaimCommand<'ReleaseNotice'>,
  asking: FileAsking,
): FileDecision {
  const subject = subjectNamed(file, claim, subjectEventId);
  if (subject === undefined) {
    const stale = isLive(file, claim) && !inRun(claim, subjectEventId);
    return stale ? refuse('DECISION_STALE') : refuse('STATE_FORBIDS', { state: standingOf(file, claim, asking).state });
  }
  if (wasNotified(claim, subject)) return accept(); // The letter goes out once.
  if (isLetterTaken(claim, letterId)) return refuse('ID_REUSED', { field: 'letterId' });
  const { kind, sinceOn } = subject;
  const quiet = addDays(dayOf(sinceOn), asking.quietDays ?? QUIET_DAYS);
  if (WAITS.has(kind) && asking.today < quiet) return refuse('TERM_NOT_PASSED', { date: textOf(quiet) });
  const termUntilOn = runningTerm(file, subject) ?? termOf(claim, kind, asking);
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

/** A lower sum than was told before opens no new term (life-cycle §6, Clawback). */
const runningTerm = ({ clawbacks }: ClientFile, { eventId }: NoticeSubject): string | undefined =>
  clawbacks.find(({ proposalId }) => proposalId === eventId)?.hearingUntilOn;

/** The term that a letter opens, its last day included: to object or appeal, to send evidence, to be heard (Awb 6:7 and 6:8). */
function termOf({ determination }: ClaimRecord, kind: NoticeKind, { today, terms }: FileAsking): string | undefined {
  const definition = determination?.payload.definition;
  const until = (term: Duration): string => textOf(addDuration(today, term));
  switch (kind) {
    case 'REJECTED':
    case 'REDUCED':
    case 'EXPIRED':
    case 'CLAWBACK_DECIDED':
      return until(durationOf(parametersNamed(terms, definition)?.objectionTerm ?? OBJECTION_TERM));
    case 'OBJECTION_DECIDED': // To the court: a term of the law's, not of the definition's.
      return until(durationOf(OBJECTION_TERM));
    case 'REVIEW':
    case 'INCOMPLETE':
      return until(completionTermOf(terms, definition));
    case 'CLAWBACK_PROPOSED':
      return until(durationOf(HEARING_TERM));
    case 'POSITIVE':
      return undefined;
    default:
      return kind satisfies never;
  }
}
