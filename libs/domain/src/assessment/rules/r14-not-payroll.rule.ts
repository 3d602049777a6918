import { type DefinedRule, fail, na, pass } from './rule.js';

export const notPayroll: DefinedRule = {
  id: 'R14',
  codes: ['PAYROLL_PLACEMENT'],
  citation: {
    nl: 'Verloning op kosten van de gemeente is geen uitstroom.',
    en: 'A payroll placement paid by the municipality is not outflow.',
    source: 'Haarlem 2009; Deventer 2009',
  },
  asks: 'WORK_CLAIM',
  check({ job, parameters: { jobRequired, formsAllowed } }) {
    if (!job || !jobRequired) return na();
    if (job.form !== 'PAYROLL' || formsAllowed.includes('PAYROLL')) return pass(job.startedBy);
    return fail('PAYROLL_PLACEMENT', { evidence: [job.startedBy] });
  },
};
