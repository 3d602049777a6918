import type { EventId } from '../../values/ids.js';
import type { Benefit, Subsidy } from '../timeline.js';
import type { Job } from '../timeline/jobs.js';
import { type Anchor, type Anchoring, NEAR_DAYS, seesSubsidies } from './anchor.js';

/** Why the last public money ended, as R10 and R11 read it: several on one day each with its own reason. */
export interface Outflow {
  readonly kind: 'GOOD' | 'NOT_GOOD';
  readonly ended: readonly { readonly reading: Reading; readonly reason: string; readonly endedBy: EventId }[];
}
export type Reading = 'GOOD' | 'EDUCATION' | 'UNKNOWN' | 'OTHER';

/** Absent where the rules do not apply: a benefit blocks, J's form does not qualify, or the anchor is the job's start. */
export function outflowOf(anchoring: Anchoring, anchor: Anchor): Outflow | undefined {
  const { parameters, funding, job, jobQualifies } = anchoring;
  if (anchor.blockingBenefits.length > 0 || (job && !jobQualifies) || parameters.anchor === 'JOB_START')
    return undefined;
  const until = anchor.blockingSubsidies.length > 0 ? undefined : anchor.on;
  const all: readonly (Benefit | Subsidy)[] = seesSubsidies(parameters)
    ? [...funding.benefits, ...funding.subsidies]
    : funding.benefits;
  const ended = lastEnded(all, until).map((last) => ({
    reading: readingOf(last, job, parameters.jobRequired),
    reason: 'scheme' in last ? last.scheme : (last.reason ?? 'UNKNOWN'),
    endedBy: last.endedBy ?? last.startedBy,
  }));
  // One good reason suffices, whatever else ended that day.
  return { kind: ended.some(({ reading }) => reading === 'GOOD') ? 'GOOD' : 'NOT_GOOD', ended };
}

/** The ends of public money that read so. */
export const endsRead = ({ ended }: Outflow, reading: Reading): readonly EventId[] =>
  ended.filter((end) => end.reading === reading).map(({ endedBy }) => endedBy);

function lastEnded(all: readonly (Benefit | Subsidy)[], until: number | undefined): readonly (Benefit | Subsidy)[] {
  const over = all.filter(({ endedBy, to }) => endedBy !== undefined && (until === undefined || to <= until));
  const last = Math.max(...over.map(({ to }) => to));
  return over.filter(({ to }) => to === last);
}

function readingOf(ended: Benefit | Subsidy, job: Job | undefined, jobRequired: boolean): Reading {
  if ('scheme' in ended) return 'GOOD';
  switch (ended.reason) {
    case 'EDUCATION':
      return 'EDUCATION';
    case 'WORK_EMPLOYMENT':
    case 'WORK_SELF':
      return 'GOOD';
    case 'WORK_FIRST':
    case 'MAX_DURATION':
      return job || !jobRequired ? 'GOOD' : 'OTHER';
    case 'UNKNOWN':
    case undefined:
      return !jobRequired || (job && Math.abs(job.from - ended.to) <= NEAR_DAYS) ? 'GOOD' : 'UNKNOWN';
    case 'MOVED':
    case 'PARTNER_INCOME':
    case 'ASSETS':
    case 'OWN_REQUEST':
    case 'NO_SHOW':
    case 'DETENTION':
    case 'PENSION_AGE':
    case 'DEATH':
      return jobRequired ? 'OTHER' : 'GOOD';
    default:
      ended.reason satisfies never;
      return 'OTHER';
  }
}
