import { endsRead } from '../context/outflow.js';
import { type DefinedRule, fail, na, open, pass } from './rule.js';

export const outflowToWork: DefinedRule = {
  id: 'R10',
  codes: ['OUTFLOW_NOT_TO_WORK'],
  citation: {
    nl: 'De laatste uitkering vóór de uitstroom eindigde door werk.',
    en: 'The last benefit before the outflow ended because of work.',
    source: 'Amsterdam 2007: 19 % verhuisde of had een partner met inkomen',
  },
  asks: 'WORK_CLAIM',
  check({ outflow }) {
    if (!outflow) return na();
    if (outflow.kind === 'GOOD') return pass(...endsRead(outflow, 'GOOD'));
    if (outflow.ended.length === 0)
      return fail('OUTFLOW_NOT_TO_WORK', { missing: ['BENEFIT_STOPPED'], data: { reason: 'NO_BENEFIT' } });
    const other = outflow.ended.find(({ reading }) => reading === 'OTHER');
    if (other) return fail('OUTFLOW_NOT_TO_WORK', { evidence: [other.endedBy], data: { reason: other.reason } });
    const unknown = endsRead(outflow, 'UNKNOWN');
    if (unknown.length === 0) return pass(...endsRead(outflow, 'EDUCATION'));
    return open('OUTFLOW_NOT_TO_WORK', {
      evidence: unknown,
      missing: ['BENEFIT_END_REASON'],
      data: { reason: 'UNKNOWN' },
    });
  },
};
