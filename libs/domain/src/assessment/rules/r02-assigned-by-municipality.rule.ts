import { fail, type OpeningRule, pass } from './rule.js';

export const assignedByMunicipality: OpeningRule = {
  id: 'R2',
  codes: ['NO_ASSIGNMENT'],
  citation: {
    nl: 'De gemeente heeft deze cliënt onder dit contract bij deze aanbieder geplaatst.',
    en: 'The municipality assigned this client to this provider under this contract.',
    source: 'Haarlem 2009, Anja',
  },
  asks: 'ALWAYS',
  check: ({ traject }) =>
    traject ? pass(traject.startedBy) : fail('NO_ASSIGNMENT', { missing: ['TRAJECT_ASSIGNED'] }),
};
