import { type DefinedRule, na, open, pass } from './rule.js';

export const employmentProven: DefinedRule = {
  id: 'R12',
  codes: ['EMPLOYMENT_UNVERIFIED'],
  citation: {
    nl: 'Het werk is bewezen door een onafhankelijke bron; wat de aanbieder zegt is een bewering.',
    en: 'The job is proven by an independent source; what the provider says is an assertion.',
    source: 'Rotterdam 2007: bewijzen ontbraken',
  },
  asks: 'WORK_CLAIM',
  check({ parameters, job }) {
    if (!parameters.jobRequired) return na();
    if (job?.provenBy !== undefined) return pass(job.startedBy, job.provenBy);
    return open('EMPLOYMENT_UNVERIFIED', {
      missing: [job ? 'PLACEMENT_CONFIRMED' : 'PLACEMENT_STARTED'],
      ...(job && { evidence: [job.startedBy] }),
    });
  },
};
