import { addDuration, durationOf, textOf } from '../../values/calendar-date.js';
import { type DefinedRule, fail, na, pass } from './rule.js';

export const submittedInTime: DefinedRule = {
  id: 'R5',
  codes: ['CLAIM_LATE'],
  citation: {
    nl: 'De declaratie is binnen de termijn na het volmaken van de duurzaamheidstermijn ingediend; de laatste dag telt mee.',
    en: 'The claim was submitted within the term after the sustain period was full; the last day is in time.',
    source: 'Contractvoorwaarden; vgl. BSG 2017',
  },
  asks: 'WORK_CLAIM',
  check({ maturityOn, parameters, claim: { submittedOn, submittedBy }, independenceEvidence }) {
    if (maturityOn === undefined) return na();
    const lastDay = addDuration(maturityOn, durationOf(parameters.claimDeadline));
    if (submittedOn <= lastDay) return pass(submittedBy, ...independenceEvidence);
    return fail('CLAIM_LATE', {
      evidence: independenceEvidence,
      data: { date: textOf(submittedOn), date2: textOf(lastDay) },
    });
  },
};
