import { type DefinedRule, na, open, pass } from './rule.js';

export const evidenceComplete: DefinedRule = {
  id: 'R4',
  codes: ['EVIDENCE_MISSING'],
  citation: {
    nl: 'Alle bewijsstukken die het normenkader vraagt, zijn bij de declaratie gevoegd.',
    en: 'Every kind of evidence the definition set asks for is with the claim.',
    source: 'Rotterdam 2007',
  },
  asks: 'WORK_CLAIM',
  check({ parameters: { requiredEvidence }, claim: { evidence, completionUntilOn } }) {
    if (requiredEvidence.length === 0) return na();
    const missing = requiredEvidence.filter((kind) => !evidence.some((piece) => piece.kind === kind));
    if (missing.length === 0) return pass(...evidence.map(({ id }) => id));
    return open('EVIDENCE_MISSING', {
      missing,
      evidence: evidence.map(({ id }) => id),
      data: { list: missing.join(', ') },
      ...(completionUntilOn !== undefined && { until: completionUntilOn }),
    });
  },
};
