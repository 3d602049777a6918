import { endsRead } from '../context/outflow.js';
import { type DefinedRule, fail, na, pass } from './rule.js';

export const notToEducation: DefinedRule = {
  id: 'R11',
  codes: ['OUTFLOW_TO_EDUCATION'],
  citation: {
    nl: 'De uitkering eindigde niet wegens scholing; dat wordt apart geteld.',
    en: 'The benefit did not end for education; that is counted separately.',
    source: 'Deventer 2009',
  },
  asks: 'WORK_CLAIM',
  check({ outflow }) {
    if (!outflow) return na();
    if (outflow.kind === 'GOOD') return pass(...endsRead(outflow, 'GOOD'));
    const study = outflow.ended.find(({ reading }) => reading === 'EDUCATION');
    if (study) return fail('OUTFLOW_TO_EDUCATION', { evidence: [study.endedBy] });
    return pass(...outflow.ended.map(({ endedBy }) => endedBy));
  },
};
