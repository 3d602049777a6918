import { textOf } from '../../values/calendar-date.js';
import { type DefinedRule, na, open, pass } from './rule.js';

export const mature: DefinedRule = {
  id: 'R23',
  codes: ['NOT_YET_MATURE'],
  citation: {
    nl: 'De duurzaamheidstermijn is verstreken.',
    en: 'The sustain period has passed.',
    source: 'Haarlem 2009: zes maanden geen uitkering',
  },
  asks: 'WORK_CLAIM',
  check({ maturityOn, at, sustainText, independenceEvidence }) {
    if (maturityOn === undefined) return na();
    if (at >= maturityOn) return pass(...independenceEvidence);
    return open('NOT_YET_MATURE', {
      until: maturityOn,
      evidence: independenceEvidence,
      data: { t: sustainText, date: textOf(maturityOn) },
    });
  },
};
