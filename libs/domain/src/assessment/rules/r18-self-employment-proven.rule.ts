import { type DefinedRule, na, open, pass } from './rule.js';

export const selfEmploymentProven: DefinedRule = {
  id: 'R18',
  codes: ['SELF_EMPLOYMENT_UNVERIFIED'],
  citation: {
    nl: 'Zelfstandig ondernemerschap is aangetoond.',
    en: 'Self-employment has been proven.',
    source: 'Participatieladder, trede 6; vgl. DWP Work Programme',
  },
  asks: 'WORK_CLAIM',
  check({ job, parameters }) {
    if (job?.form !== 'SELF' || !parameters.jobRequired) return na();
    if (job.selfConfirmedBy !== undefined) return pass(job.selfConfirmedBy);
    return open('SELF_EMPLOYMENT_UNVERIFIED', { evidence: [job.startedBy], missing: ['SELF_PLACEMENT_CONFIRMED'] });
  },
};
