import { type DefinedRule, fail, na, open, pass } from './rule.js';

export const noOtherFunder: DefinedRule = {
  id: 'R36',
  codes: ['CLAIMED_WITH_OTHER_FUNDER'],
  citation: {
    nl: 'Dezelfde baan is niet bij een andere financier gemeld of door hem betaald.',
    en: 'The same job was neither reported to nor paid by another funder.',
    source: 'Haarlem 2009, Anja: UWV en gemeente',
  },
  asks: 'WORK_CLAIM',
  check({ job }) {
    if (!job) return na();
    const { externalClaims } = job.facts;
    const paid = externalClaims.find(({ payload }) => payload.status === 'PAID');
    if (paid) return fail('CLAIMED_WITH_OTHER_FUNDER', { evidence: [paid.id], data: { funder: paid.payload.funder } });
    const [reported] = externalClaims;
    if (!reported) return pass();
    return open('CLAIMED_WITH_OTHER_FUNDER', {
      evidence: externalClaims.map(({ id }) => id),
      data: { funder: reported.payload.funder },
    });
  },
};
