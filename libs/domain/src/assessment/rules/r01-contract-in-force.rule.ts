import { textOf } from '../../values/calendar-date.js';
import { covers } from '../../values/period.js';
import { fail, na, type OpeningRule, pass } from './rule.js';

export const contractInForce: OpeningRule = {
  id: 'R1',
  codes: ['CONTRACT_NOT_IN_FORCE'],
  citation: {
    nl: 'Op de startdag van het traject geldt een contract met bonusafspraak.',
    en: 'A contract with a bonus clause is in force on the day the traject starts.',
    source: 'Amsterdam 2007',
  },
  asks: 'ALWAYS',
  check({ traject, contract }) {
    if (!traject) return na();
    // Where no registration is on record there is nothing to hold against the provider.
    const registrations = contract?.registrations ?? [];
    const inForce = registrations.findLast(({ period }) => covers(period, traject.from));
    if (inForce || registrations.length === 0) return pass(traject.startedBy, inForce?.recordedBy);
    return fail('CONTRACT_NOT_IN_FORCE', { evidence: [traject.startedBy], data: { date: textOf(traject.from) } });
  },
};
