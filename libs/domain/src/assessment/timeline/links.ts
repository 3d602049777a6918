import type { RecordedAs, RecordedFact } from '../../client-file/events.js';

/** The one name of a job that may have been recorded under several ids. */
export type JobNames = (jobId: string) => string;

const ownName: JobNames = (jobId) => jobId;

/** One job, one id (rulings 5.3): every id of a group of linked ids answers with the smallest of them. */
export function jobNames(facts: readonly RecordedFact[]): JobNames {
  const links = facts.filter((fact): fact is RecordedAs<'JobLinked'> => fact.type === 'JobLinked');
  if (links.length === 0) return ownName;
  const parents = new Map<string, string>();
  const rootOf = (jobId: string): string => {
    let root = jobId;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    return root;
  };
  for (const { payload } of links) {
    const [one, other] = [rootOf(payload.jobId), rootOf(payload.sameAsJobId)].toSorted();
    if (one !== undefined && other !== undefined && one !== other) parents.set(other, one);
  }
  return rootOf;
}
