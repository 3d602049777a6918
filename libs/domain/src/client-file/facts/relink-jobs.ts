import { SYSTEM } from '../../event.js';
import type { FileAsking } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import { drafted, type Draft } from '../draft.js';
import type { RecordedAs, RecordedFact } from '../events.js';
import { factsOf } from './fact-book.js';
import { idsOfJob } from './jobs.js';
import { isSameEmployment, linkTo } from './link-jobs.js';

/**
 * What turns out about a job, its end above all, may undo or make a link: whether a rehire is the same job hangs on what is known, not
 * on which of its facts was told first (rulings §5.3). What a person linked stands until a person retracts it.
 */
export function relinked(draft: Draft, asking: FileAsking, before: ClientFile): Draft {
  if (draft.file.facts === before.facts) return draft;
  const gone = factsOf(before.facts, 'PlacementEnded').filter((end) => !draft.file.facts.includes(end));
  const unsettled = new Set<string>();
  for (const { payload } of gone) for (const id of idsOfJob(draft.file.facts, payload.jobId)) unsettled.add(id);
  let result = linkedAgain(draft, asking, unsettled);
  // A link gone or made may make another one wrong. Bounded: every placement was linked at most once when it was told.
  for (let rounds = factsOf(draft.file.facts, 'PlacementStarted').length; rounds > 0; rounds -= 1) {
    const wrong = wrongLink(result.file.facts);
    if (wrong === undefined) break;
    unsettled.add(wrong.payload.jobId).add(wrong.payload.sameAsJobId);
    const payload = { targetEventId: wrong.id, reason: 'OTHER' } as const;
    result = linkedAgain(drafted(result, asking, { type: 'FactRetracted', payload, actor: SYSTEM }), asking, unsettled);
  }
  return result;
}

function linkedAgain(draft: Draft, asking: FileAsking, unsettled: ReadonlySet<string>): Draft {
  let result = draft;
  for (const start of factsOf(draft.file.facts, 'PlacementStarted')) {
    const link = unsettled.has(start.payload.jobId) ? linkTo(result.file.facts, start) : undefined;
    if (link !== undefined) result = drafted(result, asking, link);
  }
  return result;
}

type Link = RecordedAs<'JobLinked'>;

/** A link of the system's between two placements that, as they are known now, are not the same employment. */
function wrongLink(facts: readonly RecordedFact[]): Link | undefined {
  return factsOf(facts, 'JobLinked').find((link) => link.actor.role === 'SYSTEM' && isWrong(facts, link));
}

function isWrong(facts: readonly RecordedFact[], link: Link): boolean {
  const apart = facts.filter((fact) => fact !== link);
  const startOf = (id: string) => factsOf(apart, 'PlacementStarted').find(({ payload }) => payload.jobId === id);
  const [one, other] = [startOf(link.payload.sameAsJobId), startOf(link.payload.jobId)];
  return one !== undefined && other !== undefined && !isSameEmployment(apart, one, other);
}
