import { covers } from '../../values/period.js';
import type { Context } from '../context.js';
import type { Traject } from '../timeline.js';
import { trajectReach } from './reach.js';
import { type DefinedRule, fail, na, open, pass, type Verdict } from './rule.js';

export const creditedToClaimant: DefinedRule = {
  id: 'R34',
  codes: ['OUTFLOW_CREDITED_TO_OTHER', 'COMPETING_CLAIM'],
  citation: {
    nl: 'De uitstroom komt op naam van deze aanbieder, gezien alle trajecten van de cliënt, ook die waarvoor nog niets is gedeclareerd.',
    en: 'The outflow is credited to this provider, over all trajects of the client, also those nobody claimed for yet.',
    source: 'Haarlem 2009: twee bedrijven claimen dezelfde re-integratie',
  },
  asks: 'WORK_CLAIM',
  check(context) {
    const { causal, attribution, decidedBp } = context;
    if (!causal) return na();
    // What an officer decided replaces every strategy.
    if (attribution)
      return decidedBp ? pass(attribution.id) : fail('OUTFLOW_CREDITED_TO_OTHER', { evidence: [attribution.id] });
    const candidates = candidatesFor(context);
    return candidates ? ATTRIBUTION[context.parameters.attribution](candidates, context.claim.providerId) : na();
  },
};

/** Every traject that covers the start of the job and whose intake did not come after the first application. */
function candidatesFor({ timeline, parameters, job, applying: { firstOn } }: Context): readonly Traject[] | undefined {
  if (!job || firstOn === undefined) return undefined;
  return timeline.trajects.filter(
    (traject) => covers(trajectReach(traject, parameters), job.from) && traject.intakeOn <= firstOn,
  );
}

type Strategy = (candidates: readonly Traject[], providerId: string) => Verdict;

/** Named strategies, chosen by the definition set; an officer's decision is the third. */
const ATTRIBUTION: Readonly<Record<Context['parameters']['attribution'], Strategy>> = {
  LAST_TRAJECT(candidates, providerId) {
    const lastStart = Math.max(...candidates.map(({ from }) => from));
    return among(
      candidates.filter(({ from }) => from === lastStart),
      providerId,
    );
  },
  SPLIT: (candidates, providerId) => among(candidates, providerId),
};

function among(candidates: readonly Traject[], providerId: string): Verdict {
  const others = candidates.filter((traject) => traject.providerId !== providerId);
  if (others.length === 0) return pass(...candidates.map(({ startedBy }) => startedBy));
  const ground = { evidence: others.map(({ startedBy }) => startedBy) };
  return others.length === candidates.length
    ? fail('OUTFLOW_CREDITED_TO_OTHER', ground)
    : open('COMPETING_CLAIM', ground);
}
