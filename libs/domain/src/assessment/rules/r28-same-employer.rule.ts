import { textOf } from '../../values/calendar-date.js';
import { type DefinedRule, fail, na, pass } from './rule.js';

export const sameEmployer: DefinedRule = {
  id: 'R28',
  codes: ['EMPLOYER_CHANGED_IN_SUSTAIN'],
  citation: {
    nl: 'Waar het normenkader dat vraagt, is de termijn bij één werkgever volgemaakt.',
    en: 'Where the definition set asks it, the period was completed with one employer.',
    source: 'Vgl. BSG 2014',
  },
  asks: 'WORK_CLAIM',
  check({ worked, parameters, independenceEvidence }) {
    if (!worked || worked.gapDays > parameters.maxGapDays) return na();
    const { otherEmployerOn } = worked;
    if (parameters.continuity === 'ANY_EMPLOYER' || otherEmployerOn === undefined) return pass(...worked.toldBy);
    return fail('EMPLOYER_CHANGED_IN_SUSTAIN', {
      evidence: [...new Set([...worked.toldBy, ...worked.describedBy, ...independenceEvidence])],
      data: { date: textOf(otherEmployerOn) },
    });
  },
};
