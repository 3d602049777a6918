import { type DefinedRule, fail, na, pass } from './rule.js';

/** Forms that have a rule of their own: R13, R14 and R16. */
const JUDGED_ELSEWHERE: ReadonlySet<string> = new Set(['UNPAID', 'PAYROLL', 'SHELTERED']);

export const regularForm: DefinedRule = {
  id: 'R15',
  codes: ['DETACHERING_NOT_REGULAR', 'FORM_NOT_ALLOWED'],
  citation: {
    nl: 'Detachering is geen regulier dienstverband, wie er ook uitleent.',
    en: 'A secondment is not regular employment, whoever lends the worker.',
    source: 'Haarlem 2009, Wilma',
  },
  asks: 'WORK_CLAIM',
  check({ job, parameters: { jobRequired, formsAllowed } }) {
    if (!job || !jobRequired) return na();
    if (formsAllowed.includes(job.form) || JUDGED_ELSEWHERE.has(job.form)) return pass(job.startedBy);
    const code = job.form === 'DETACHERING' ? 'DETACHERING_NOT_REGULAR' : 'FORM_NOT_ALLOWED';
    return fail(code, { evidence: [job.startedBy] });
  },
};
