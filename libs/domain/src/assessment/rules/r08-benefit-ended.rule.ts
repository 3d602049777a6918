import { textOf } from '../../values/calendar-date.js';
import { blockingAs, blockingFacts } from './blocking.js';
import { type DefinedRule, fail, na, pass } from './rule.js';

export const benefitEnded: DefinedRule = {
  id: 'R8',
  codes: ['BENEFIT_NOT_ENDED'],
  citation: {
    nl: 'Van elke uitkering die bij de uitstroom liep, is het einde vastgelegd.',
    en: 'The end of every benefit that ran at the outflow is on record.',
    source: 'Rotterdam 2007',
  },
  asks: 'WORK_CLAIM',
  check(context) {
    if (context.anchor.blockingBenefits.length === 0) return na();
    const [running] = blockingAs(context, 'BENEFIT_NOT_ENDED');
    if (!running) return pass(...blockingFacts(context));
    return fail('BENEFIT_NOT_ENDED', {
      evidence: [running.startedBy],
      missing: ['BENEFIT_STOPPED'],
      data: { date: textOf(context.at) },
    });
  },
};
