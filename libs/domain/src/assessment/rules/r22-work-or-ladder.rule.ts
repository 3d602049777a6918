import type { RecordedAs } from '../../client-file/events.js';
import { dayOf } from '../../values/calendar-date.js';
import { covers } from '../../values/period.js';
import type { Context } from '../context.js';
import { trajectReach } from './reach.js';
import { type DefinedRule, fail, open, pass } from './rule.js';

export const workOrLadder: DefinedRule = {
  id: 'R22',
  codes: ['LADDER_STEP_NOT_WORK', 'EVIDENCE_MISSING'],
  citation: {
    nl: 'Het resultaat is werk, of een hogere trede waar het normenkader die laat meetellen.',
    en: 'The outcome is work, or a higher ladder step where the definition set counts one.',
    source: 'Haarlem 2009; Deventer 2009',
  },
  asks: 'EVERY_CLAIM',
  check(context) {
    const { claim, parameters, traject } = context;
    if (claim.outcomeType === 'WORK') return pass(claim.submittedBy);
    if (!parameters.ladderCounts)
      return fail(
        'LADDER_STEP_NOT_WORK',
        traject ? { evidence: [traject.startedBy] } : { missing: ['TRAJECT_ASSIGNED'] },
      );
    const step = upwardStep(context);
    if (step) return pass(traject?.startedBy, step.id);
    return open('EVIDENCE_MISSING', { missing: ['LADDER_STEP_ASSESSED'], data: { list: 'LADDER_STEP_ASSESSED' } });
  },
};

/** An upward step on t, assessed within the traject and its aftercare. */
function upwardStep({ traject, parameters }: Context): RecordedAs<'LadderStepAssessed'> | undefined {
  if (!traject) return undefined;
  const reach = trajectReach(traject, parameters);
  return traject.ladderSteps.find(
    ({ payload: { fromStep, toStep, validFrom } }) => toStep > fromStep && covers(reach, dayOf(validFrom)),
  );
}
