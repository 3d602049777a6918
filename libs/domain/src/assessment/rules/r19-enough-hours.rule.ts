import type { Context } from '../context.js';
import { type DefinedRule, fail, na, open, pass } from './rule.js';

export const enoughHours: DefinedRule = {
  id: 'R19',
  codes: ['HOURS_BELOW_MINIMUM', 'EVIDENCE_MISSING'],
  citation: {
    nl: 'Gemiddeld over de gewerkte dagen wordt het minimum aantal uren per week gehaald.',
    en: 'The minimum of hours a week is reached on average over the days worked.',
    source: 'Haarlem 2009: banen van 20 uur',
  },
  asks: 'WORK_CLAIM',
  check({ job, jobQualifies, parameters, worked, independenceEvidence }) {
    if (!job || !jobQualifies || !parameters.jobRequired) return na();
    const minimum = Math.round(parameters.minHours * 100);
    if (minimum === 0) return pass(job.startedBy);
    const { days, hourDays, unknown, readFrom } = hoursOf(job, worked);
    const evidence = [...new Set([job.startedBy, ...readFrom, ...independenceEvidence])];
    if (unknown)
      return open('EVIDENCE_MISSING', { evidence, missing: ['WEEKLY_HOURS'], data: { list: 'WEEKLY_HOURS' } });
    if (hourDays >= minimum * days) return pass(...evidence);
    const average = Math.floor(hourDays / days) / 100;
    return fail('HOURS_BELOW_MINIMUM', { evidence, data: { h: average, m: parameters.minHours } });
  },
};

/** The days worked so far with their hours; before the first of them, the hours J began with. */
function hoursOf(job: NonNullable<Context['job']>, worked: Context['worked']) {
  if (worked && worked.days > 0) {
    const { days, hourDays, hoursUnknown: unknown, toldBy, describedBy } = worked;
    return { days, hourDays, unknown, readFrom: [...toldBy, ...describedBy] };
  }
  const [{ weeklyHours, toldBy }] = job.stretches;
  return { days: 1, hourDays: weeklyHours ?? 0, unknown: weeklyHours === undefined, readFrom: toldBy };
}
