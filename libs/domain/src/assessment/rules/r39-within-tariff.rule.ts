import { textOf } from '../../values/calendar-date.js';
import { type DefinedRule, note, open, pass } from './rule.js';

export const withinTariff: DefinedRule = {
  id: 'R39',
  codes: ['TARIFF_NOT_FOUND', 'AMOUNT_REDUCED_TO_TARIFF', 'NOTHING_DUE'],
  citation: {
    nl: 'Er wordt niet meer betaald dan het tarief van het eigen contract; het meerdere wordt verlaagd.',
    en: "No more is paid than the tariff of the claimant's own contract; what is more is cut.",
    source: 'Amsterdam 2007: bonussen van bijna € 3.000',
  },
  asks: 'EVERY_CLAIM',
  check({ tariff, tariffCents, milestoneKnown, claim, selectorOn, traject }) {
    if (tariffCents === undefined || !milestoneKnown)
      return open('TARIFF_NOT_FOUND', {
        missing: ['TARIFF_SET'],
        data: { date: textOf(selectorOn ?? claim.submittedOn) },
        ...(traject && { evidence: [traject.startedBy] }),
      });
    if (claim.cents === undefined || claim.cents <= tariffCents) return pass(tariff?.recordedBy, claim.submittedBy);
    return note('AMOUNT_REDUCED_TO_TARIFF', { data: { amount: tariffCents } });
  },
};
