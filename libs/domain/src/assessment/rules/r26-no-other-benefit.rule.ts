import { isBijstand } from '../context/funding.js';
import { overlaps } from '../../values/period.js';
import { type DefinedRule, fail, na, pass } from './rule.js';
import { toldOf } from '../timeline/told-of.js';

export const noOtherBenefit: DefinedRule = {
  id: 'R26',
  codes: ['OTHER_BENEFIT_IN_SUSTAIN'],
  citation: {
    nl: 'Binnen de termijn is er geen dag met een andere uitkering, ook niet van een andere gemeente of het UWV.',
    en: 'There is no day of another benefit within the period, be it from another municipality or the UWV.',
    source: 'Haarlem 2009: van bijstand naar WW',
  },
  asks: 'WORK_CLAIM',
  check({ window, funding, independenceEvidence }) {
    if (!window) return na();
    const known = funding.benefits.filter((benefit) => !isBijstand(benefit));
    const others = known
      .filter((benefit) => overlaps(benefit, window))
      .toSorted((a, b) => a.from - b.from || (a.kind < b.kind ? -1 : 1));
    const [first] = others;
    if (!first) return pass(...independenceEvidence, ...known.map(({ startedBy, endedBy }) => endedBy ?? startedBy));
    return fail('OTHER_BENEFIT_IN_SUSTAIN', { evidence: toldOf(others), data: { kind: first.kind } });
  },
};
