import { textOf } from '../../values/calendar-date.js';
import { overlaps } from '../../values/period.js';
import type { Context } from '../context.js';
import type { Subsidy } from '../timeline.js';
import { type DefinedRule, fail, na, pass } from './rule.js';

export const unsubsidised: DefinedRule = {
  id: 'R16',
  codes: ['SUBSIDISED_EMPLOYMENT'],
  citation: {
    nl: 'Het loon wordt niet uit publieke middelen betaald of gesubsidieerd.',
    en: 'The wage is neither paid nor subsidised from public money.',
    source: 'Amsterdam 2007: bonussen voor banen die de stad zelf betaalde',
  },
  asks: 'WORK_CLAIM',
  check(context) {
    const { startOn, job, parameters } = context;
    if (startOn === undefined) return na();
    const subsidy = subsidyInTheWay(context);
    if (subsidy) {
      const { scheme, startedBy, endedBy, to, expectedEndOn } = subsidy;
      const end = endedBy === undefined ? expectedEndOn : to;
      return fail('SUBSIDISED_EMPLOYMENT', {
        evidence: [startedBy],
        data: { scheme, ...(end !== undefined && { date: textOf(end) }) },
      });
    }
    const sheltered = job?.form === 'SHELTERED' && parameters.jobRequired;
    if (!sheltered || parameters.formsAllowed.includes('SHELTERED')) return pass(...factsOnFunding(context));
    return fail('SUBSIDISED_EMPLOYMENT', { evidence: [job.startedBy], data: { scheme: 'SHELTERED' } });
  },
};

/** Why nothing was in the way: what makes the outflow begin when it does, and what was paid on J and ended. */
const factsOnFunding = ({ funding, job, independenceEvidence }: Context) => [
  ...independenceEvidence,
  ...funding.subsidies
    .filter(({ jobName }) => jobName === job?.name)
    .flatMap(({ startedBy, endedBy }) => [startedBy, endedBy]),
];

/** Running funding on any job; and, where conversion does not count, what was paid on J before it became independent. */
function subsidyInTheWay({ anchor, parameters, funding, job, startOn }: Context): Subsidy | undefined {
  const [blocking] = anchor.blockingSubsidies;
  if (blocking || parameters.conversionCounts || !job || startOn === undefined || anchor.on === undefined)
    return blocking;
  const before = { from: startOn, to: anchor.on };
  return funding.subsidies.find((subsidy) => subsidy.jobName === job.name && overlaps(subsidy, before));
}
