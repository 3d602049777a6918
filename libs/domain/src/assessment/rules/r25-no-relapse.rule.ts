import { isBijstand } from '../context/funding.js';
import { textOf } from '../../values/calendar-date.js';
import { intersect, overlaps } from '../../values/period.js';
import { type DefinedRule, fail, na, pass } from './rule.js';
import { toldOf } from '../timeline/told-of.js';

export const noRelapse: DefinedRule = {
  id: 'R25',
  codes: ['RELAPSE_WITHIN_SUSTAIN'],
  citation: {
    nl: 'Binnen de termijn is er geen dag bijstand.',
    en: 'There is no day of welfare within the period.',
    source: 'Haarlem 2009: ten minste zes maanden aaneengesloten geen uitkering',
  },
  asks: 'WORK_CLAIM',
  check({ window, funding, independenceEvidence }) {
    if (!window) return na();
    const welfare = funding.benefits.filter(isBijstand);
    const relapses = welfare.filter((benefit) => overlaps(benefit, window)).toSorted((a, b) => a.from - b.from);
    const [first] = relapses;
    if (!first) return pass(...independenceEvidence, ...welfare.map(({ startedBy, endedBy }) => endedBy ?? startedBy));
    const { from } = intersect(first, window);
    return fail('RELAPSE_WITHIN_SUSTAIN', { evidence: toldOf(relapses), data: { date: textOf(from) } });
  },
};
