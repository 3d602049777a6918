import { addDuration, type Day } from '../../values/calendar-date.js';
import { isRunning } from '../timeline.js';
import type { Job } from '../timeline/jobs.js';
import { type DefinedRule, fail, na, pass } from './rule.js';

const LASTING = { months: 3, days: 0 };

export const notFormerEmployer: DefinedRule = {
  id: 'R21',
  codes: ['RETURN_TO_PREVIOUS_EMPLOYER'],
  citation: {
    nl: 'De cliënt keert niet terug bij een eerdere werkgever.',
    en: 'The client does not return to a former employer.',
    source: 'Haarlem 2009: draaideur; vgl. § 45 SGB III',
  },
  asks: 'WORK_CLAIM',
  check({ job, jobQualifies, parameters, timeline }) {
    if (!job || !jobQualifies || !parameters.jobRequired) return na();
    const years = parameters.prevEmployerYears;
    if (years === 0) return pass(job.startedBy);
    const since = addDuration(job.from, { months: -12 * years, days: 0 });
    const others = timeline.jobs.filter(({ name }) => name !== job.name);
    const former = others.find((other) => isFormer(other, job, since));
    if (!former) return pass(job.startedBy, ...others.map(({ startedBy }) => startedBy));
    return fail('RETURN_TO_PREVIOUS_EMPLOYER', { evidence: [former.startedBy, job.startedBy] });
  },
};

/** Another paid job with the same employer that had lasted more than three months and ended in [since, s]. */
function isFormer(other: Job, job: Job, since: Day): boolean {
  const employerId = other.stretches.at(-1)?.employerId;
  if (employerId !== job.stretches[0].employerId || other.form === 'UNPAID' || isRunning(other)) return false;
  return other.to >= since && other.to <= job.from && other.to > addDuration(other.from, LASTING);
}
