import { covers } from '../../values/period.js';
import { type DefinedRule, fail, na, open, pass } from './rule.js';

export const employerUnaffiliated: DefinedRule = {
  id: 'R17',
  codes: ['EMPLOYER_AFFILIATED'],
  citation: {
    nl: 'Werkgever en inlener zijn niet de aanbieder zelf en op de startdag niet met hem verbonden.',
    en: 'Employer and hirer are not the provider itself, nor affiliated with it on the day the job starts.',
    source: 'Haarlem 2009',
  },
  asks: 'WORK_CLAIM',
  check({ job, jobQualifies, parameters, claim: { providerId }, subject: { terms } }) {
    if (!job || !parameters.jobRequired) return na();
    const [{ employerId, hirerId, toldBy }] = job.stretches;
    const isParty = (id: string): boolean => id === employerId || id === hirerId;
    const ties = (terms.affiliations.get(providerId) ?? []).filter(
      (affiliation) => isParty(affiliation.employerId) && covers(affiliation.period, job.from),
    );
    const evidence = [...new Set([job.startedBy, ...toldBy])];
    if (ties.length === 0 && !(jobQualifies && isParty(providerId))) return pass(...evidence);
    const ground = { evidence: [...evidence, ...ties.flatMap(({ recordedBy }) => recordedBy ?? [])] };
    return parameters.affiliate === 'REVIEW'
      ? open('EMPLOYER_AFFILIATED', ground)
      : fail('EMPLOYER_AFFILIATED', ground);
  },
};
