import { addDuration, durationOf } from '../../values/calendar-date.js';
import { type DefinedRule, fail, na, pass } from './rule.js';

export const contractLongEnough: DefinedRule = {
  id: 'R20',
  codes: ['CONTRACT_TOO_SHORT'],
  citation: {
    nl: 'Het eerste contract duurt lang genoeg; een latere verlenging maakt een kort contract niet goed.',
    en: 'The first contract is long enough; a later extension does not cure a short one.',
    source: 'Vgl. § 45 SGB III; LSG BB 2374',
  },
  asks: 'WORK_CLAIM',
  check({ job, jobQualifies, parameters }) {
    if (!job || !jobQualifies || !parameters.jobRequired) return na();
    const end = job.firstContractEnd;
    if (!end || end.on >= addDuration(job.from, durationOf(parameters.minContract)))
      return pass(job.startedBy, end?.eventId);
    return fail('CONTRACT_TOO_SHORT', {
      evidence: [...new Set([job.startedBy, end.eventId])],
      data: { m: parameters.minContract },
    });
  },
};
