import { type DefinedRule, fail, na, pass } from './rule.js';

export const paidWork: DefinedRule = {
  id: 'R13',
  codes: ['NOT_PAID_EMPLOYMENT'],
  citation: {
    nl: 'Stage, proefplaatsing, werkervaringsplaats en vrijwilligerswerk zijn geen betaald werk.',
    en: 'A traineeship, trial placement, work experience place or voluntary work is not paid employment.',
    source: 'Haarlem 2009, Theo',
  },
  asks: 'WORK_CLAIM',
  check({ job, parameters: { jobRequired, formsAllowed } }) {
    if (!job || !jobRequired) return na();
    if (job.form !== 'UNPAID' || formsAllowed.includes('UNPAID')) return pass(job.startedBy);
    return fail('NOT_PAID_EMPLOYMENT', { evidence: [job.startedBy] });
  },
};
