import type { RecordedFact } from '../events.js';
import { factsOf } from './fact-book.js';

/** All ids that the file knows one job by: two references may have turned out to be the same employment (rulings §5.3). */
export function idsOfJob(facts: readonly RecordedFact[], jobId: string): ReadonlySet<string> {
  const links = factsOf(facts, 'JobLinked');
  const ids = new Set([jobId]);
  for (let size = 0; size !== ids.size;) {
    size = ids.size;
    for (const { payload } of links)
      if (ids.has(payload.jobId) || ids.has(payload.sameAsJobId)) ids.add(payload.jobId).add(payload.sameAsJobId);
  }
  return ids;
}

export const sameJob = (facts: readonly RecordedFact[], a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && (a === b || idsOfJob(facts, a).has(b));
