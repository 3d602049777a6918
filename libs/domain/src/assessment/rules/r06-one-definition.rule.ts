import { textOf } from '../../values/calendar-date.js';
import { open, type OpeningRule, pass } from './rule.js';

export const oneDefinition: OpeningRule = {
  id: 'R6',
  codes: ['DEFINITION_NOT_FOUND'],
  citation: {
    nl: 'Precies één versie van het normenkader is van toepassing, gekozen naar de dag die het zelf noemt.',
    en: 'Exactly one version of the definition set applies, chosen by the day it names itself.',
    source: 'Haarlem 2009, wisselende definities van succes',
  },
  asks: 'ALWAYS',
  check({ definition, traject, claim }) {
    if (definition) return pass(definition.recordedBy, traject?.startedBy);
    return open('DEFINITION_NOT_FOUND', {
      missing: ['DEFINITION_SET_PUBLISHED'],
      data: { date: textOf(traject?.from ?? claim.submittedOn) },
      ...(traject && { evidence: [traject.startedBy] }),
    });
  },
};
