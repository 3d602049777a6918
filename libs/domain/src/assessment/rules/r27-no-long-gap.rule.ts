import { type DefinedRule, fail, na, pass } from './rule.js';
import { toldOf } from '../timeline/told-of.js';

export const noLongGap: DefinedRule = {
  id: 'R27',
  codes: ['EMPLOYMENT_GAP_EXCEEDED'],
  citation: {
    nl: 'Het aantal dagen zonder ongesubsidieerd werk binnen de termijn blijft binnen wat is toegestaan.',
    en: 'The days without unsubsidised work within the period stay within what is allowed.',
    source: 'Haarlem 2009: uitzendwerk; vgl. 26 van 30 weken',
  },
  asks: 'WORK_CLAIM',
  check({ worked, parameters: { maxGapDays }, job, independenceEvidence }) {
    if (!worked) return na();
    if (worked.gapDays <= maxGapDays) return pass(...worked.toldBy);
    return fail('EMPLOYMENT_GAP_EXCEEDED', {
      evidence: [...new Set([...toldOf(job ? [job] : []), ...worked.toldBy, ...independenceEvidence])],
      data: { n: worked.gapDays, m: maxGapDays },
    });
  },
};
