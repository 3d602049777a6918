import { SYSTEM } from '../../event.js';
import { dayOf } from '../../values/calendar-date.js';
import type { DecidedFileEvent } from '../asking.js';
import type { FactEvent, RecordedAs, RecordedFact } from '../events.js';
import { factsOf } from './fact-book.js';
import { idsOfJob } from './jobs.js';

const DAYS_APART_MAX = 31;

/**
 * One job, one id: a placement with the employer of an existing one, started within 31 days of it, which had not ended by then, is
 * the same job (rulings §5.3). Where several different jobs would match, a person has to say which.
 */
export function linkTo(facts: readonly RecordedFact[], fact: FactEvent): DecidedFileEvent | undefined {
  if (fact.type !== 'PlacementStarted') return undefined;
  const { jobId, source } = fact.payload;
  const own = idsOfJob(facts, jobId);
  const matches = factsOf(facts, 'PlacementStarted').filter(
    (known) => !own.has(known.payload.jobId) && isSameEmployment(facts, known, fact),
  );
  const [first] = matches;
  if (first === undefined) return undefined;
  const same = idsOfJob(facts, first.payload.jobId);
  if (matches.some((match) => !same.has(match.payload.jobId))) return undefined;
  return {
    type: 'JobLinked',
    payload: {
      jobId,
      sameAsJobId: first.payload.jobId,
      source: { system: source.system },
      assurance: 'DOCUMENTED',
    },
    actor: SYSTEM,
  };
}

type Placement = Pick<RecordedAs<'PlacementStarted'>, 'payload'>;

/** With one employer, begun within 31 days of each other, and the one that began first had not ended when the other did. */
export function isSameEmployment(facts: readonly RecordedFact[], known: Placement, fact: Placement): boolean {
  const [knownOn, startOn] = [dayOf(known.payload.validFrom), dayOf(fact.payload.validFrom)];
  if (known.payload.employerId !== fact.payload.employerId) return false;
  if (Math.abs(startOn - knownOn) > DAYS_APART_MAX) return false;
  const ids = idsOfJob(facts, (knownOn <= startOn ? known : fact).payload.jobId);
  const end = factsOf(facts, 'PlacementEnded').findLast((ended) => ids.has(ended.payload.jobId));
  return end === undefined || dayOf(end.payload.validFrom) > Math.max(knownOn, startOn);
}
