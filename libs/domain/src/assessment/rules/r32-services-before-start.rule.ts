import { dayOf } from '../../values/calendar-date.js';
import { type DefinedRule, na, open, pass } from './rule.js';

export const servicesBeforeStart: DefinedRule = {
  id: 'R32',
  codes: ['NO_CONTRIBUTION_EVIDENCE'],
  citation: {
    nl: 'Vóór de start van het werk zijn genoeg diensten van de aanbieder vastgelegd.',
    en: 'Enough services of the provider were recorded before the job started.',
    source: 'Haarlem 2009: wat heeft het bureau gedaan?',
  },
  asks: 'WORK_CLAIM',
  check({ causal, attribution, traject, job, parameters: { minServices } }) {
    if (!causal || attribution || !traject || !job) return na();
    const before = traject.services.filter(({ payload }) => dayOf(payload.validFrom) < job.from);
    const evidence = [traject.startedBy, job.startedBy, ...before.map(({ id }) => id)];
    if (before.length >= minServices) return pass(...evidence);
    return open('NO_CONTRIBUTION_EVIDENCE', { evidence, missing: ['SERVICE_DELIVERED'] });
  },
};
