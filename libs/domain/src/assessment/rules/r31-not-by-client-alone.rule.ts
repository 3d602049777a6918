import { type DefinedRule, na, open, pass } from './rule.js';

export const notByClientAlone: DefinedRule = {
  id: 'R31',
  codes: ['SELF_FOUND_ASSISTED'],
  citation: {
    nl: 'Vond de cliënt de baan alleen, dan telt de hulp van de aanbieder zoals het normenkader zegt.',
    en: "Where the client found the job alone, the provider's help counts as the definition set says.",
    source: 'Haarlem 2009, Karel',
  },
  asks: 'WORK_CLAIM',
  check({ causal, attribution, applying, parameters, job, traject }) {
    if (!causal || attribution || !applying.first || applying.beforeIntake) return na();
    // A share in basis points is reckoned into the amount; the rule itself has nothing against the claim.
    const applications = job?.facts.applications ?? [];
    const evidence = [...applications.map(({ id }) => id), ...(traject ? [traject.intakeBy] : [])];
    if (!applying.byClientAlone || parameters.selfFoundAfter !== 'REVIEW') return pass(...evidence);
    return open('SELF_FOUND_ASSISTED', { evidence });
  },
};
