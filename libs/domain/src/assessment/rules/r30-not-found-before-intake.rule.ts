import { textOf } from '../../values/calendar-date.js';
import { type DefinedRule, fail, na, open, pass } from './rule.js';

export const notFoundBeforeIntake: DefinedRule = {
  id: 'R30',
  codes: ['SELF_FOUND_BEFORE_INTAKE', 'APPLICATION_DATE_UNKNOWN'],
  citation: {
    nl: 'De sollicitatie begon niet vóór de intake bij de aanbieder.',
    en: 'The application did not begin before the intake with the provider.',
    source: 'Haarlem 2009, Anja: de sollicitatieprocedure liep al',
  },
  asks: 'WORK_CLAIM',
  check({ causal, traject, job, applying: { first, firstOn, beforeIntake } }) {
    if (!causal || !traject || !job) return na();
    if (!first || firstOn === undefined)
      return open('APPLICATION_DATE_UNKNOWN', { evidence: [job.startedBy], missing: ['APPLICATION_STARTED'] });
    if (!beforeIntake) return pass(first.id, traject.intakeBy);
    return fail('SELF_FOUND_BEFORE_INTAKE', {
      evidence: [first.id, traject.intakeBy],
      data: { d1: textOf(firstOn), d2: textOf(traject.intakeOn) },
    });
  },
};
