import { settlementOn } from '../context/funding.js';
import { blockingAs, blockingFacts } from './blocking.js';
import { type DefinedRule, fail, na, pass } from './rule.js';

export const noSupplementaryBenefit: DefinedRule = {
  id: 'R9',
  codes: ['PARTIAL_BENEFIT_CONTINUES'],
  citation: {
    nl: 'Naast het loon loopt geen aanvullende uitkering.',
    en: 'No supplementary benefit runs beside the earnings.',
    source: 'Haarlem, contract Paswerk 2008',
  },
  asks: 'WORK_CLAIM',
  check(context) {
    if (context.anchor.blockingBenefits.length === 0 || context.parameters.partialAllowed) return na();
    const [partial] = blockingAs(context, 'PARTIAL_BENEFIT_CONTINUES');
    if (!partial) return pass(...blockingFacts(context));
    const settled = settlementOn(partial, context.at);
    return fail('PARTIAL_BENEFIT_CONTINUES', { evidence: [partial.startedBy, ...(settled ? [settled.eventId] : [])] });
  },
};
