import { addDuration, durationOf, textOf } from '../../values/calendar-date.js';
import { registersBehind } from '../context/registers.js';
import { type DefinedRule, na, open, pass } from './rule.js';

export const registersComplete: DefinedRule = {
  id: 'R24',
  codes: ['AWAITING_REGISTRY'],
  citation: {
    nl: 'De registers zijn volledig tot en met het einde van de termijn.',
    en: 'The registers are complete up to the end of the period.',
    source: 'Rotterdam 2007: niet systematisch gecontroleerd',
  },
  asks: 'WORK_CLAIM',
  check({ maturityOn, at, parameters, independenceEvidence, subject: { terms } }) {
    if (maturityOn === undefined) return na();
    const until = addDuration(maturityOn, durationOf(parameters.registryLag));
    const data = { date: textOf(maturityOn) };
    if (at < until) return open('AWAITING_REGISTRY', { until, data });
    // A register that has not said it is complete keeps the claim waiting, however late it is; it never lets it pass (L8).
    const behind = registersBehind(parameters.requiredSources, terms, maturityOn);
    if (behind.length > 0) return open('AWAITING_REGISTRY', { missing: behind, data });
    return pass(
      ...independenceEvidence,
      ...parameters.requiredSources.map((source) => terms.watermarkedBy.get(source)),
    );
  },
};
