import type { RecordedAs } from '../../client-file/events.js';
import { type DefinedRule, na, open, pass } from './rule.js';

export const clientAgrees: DefinedRule = {
  id: 'R33',
  codes: ['CLIENT_DISPUTES_CONTRIBUTION'],
  citation: {
    nl: 'De cliënt heeft niet verklaard dat de aanbieder niets heeft bijgedragen.',
    en: 'The client has not stated that the provider contributed nothing.',
    source: 'Haarlem 2009: gesprekken met cliënten',
  },
  asks: 'WORK_CLAIM',
  check({ job, parameters, attribution }) {
    if (!job || parameters.causality === 'NONE' || attribution) return na();
    const last = lastStatement(job.facts.statements);
    if (last?.payload.contribution !== 'NONE') return pass(last?.id);
    return open('CLIENT_DISPUTES_CONTRIBUTION', { evidence: [last.id] });
  },
};

type Statement = RecordedAs<'ClientStatement'>;

/** The latest recorded statement; of two recorded at the same time NONE wins. */
function lastStatement(statements: readonly Statement[]): Statement | undefined {
  let last: Statement | undefined;
  for (const statement of statements) {
    if (!last || statement.recordedAt > last.recordedAt) last = statement;
    else if (statement.recordedAt === last.recordedAt && last.payload.contribution !== 'NONE') last = statement;
  }
  return last;
}
