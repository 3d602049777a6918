import { textOf } from '../../values/calendar-date.js';
import { covers } from '../../values/period.js';
import { toldOf } from '../timeline/told-of.js';
import { trajectReach } from './reach.js';
import { type DefinedRule, fail, na, pass } from './rule.js';

export const withinAftercare: DefinedRule = {
  id: 'R29',
  codes: ['OUTSIDE_AFTERCARE'],
  citation: {
    nl: 'Het werk begon tijdens het traject of de nazorg.',
    en: 'The job began during the traject or its aftercare.',
    source: 'Haarlem 2009: maximaal 12 maanden exclusief 6 maanden nazorg',
  },
  asks: 'WORK_CLAIM',
  check({ causal, job, traject, parameters }) {
    if (!causal || !job || !traject) return na();
    const reach = trajectReach(traject, parameters);
    if (covers(reach, job.from)) return pass(traject.startedBy, traject.endedBy, job.startedBy);
    // Without an end of the traject only a start before it can be outside.
    const edge = job.from < reach.from ? reach.from : reach.to;
    const evidence = [...toldOf([traject]), job.startedBy];
    return fail('OUTSIDE_AFTERCARE', { evidence, data: { date: textOf(edge) } });
  },
};
