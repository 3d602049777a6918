import { sanctionOn } from '../context/funding.js';
import { blockingAs, blockingFacts, sanctionDay } from './blocking.js';
import { type DefinedRule, fail, na, pass } from './rule.js';

export const notMerelySanctioned: DefinedRule = {
  id: 'R7',
  codes: ['SANCTION_NOT_OUTFLOW'],
  citation: {
    nl: 'Een uitkering die door een maatregel of opschorting niet wordt betaald, is niet beëindigd.',
    en: 'A benefit that is not paid because of a sanction or suspension has not ended.',
    source: 'Haarlem 2009, Piet',
  },
  asks: 'WORK_CLAIM',
  check(context) {
    if (context.anchor.blockingBenefits.length === 0) return na();
    const sanctioned = blockingAs(context, 'SANCTION_NOT_OUTFLOW');
    const [first] = sanctioned;
    if (!first) return pass(...blockingFacts(context));
    const measure = sanctionOn(first, sanctionDay(context));
    return fail('SANCTION_NOT_OUTFLOW', { evidence: [first.startedBy, ...(measure ? [measure.eventId] : [])] });
  },
};
