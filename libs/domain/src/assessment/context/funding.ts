import type { BenefitKind } from '../../client-file/benefit/events.js';
import type { DefinitionParameters } from '../../definitions/parameters.js';
import type { Day } from '../../values/calendar-date.js';
import { covers } from '../../values/period.js';
import { type Benefit, isRunning, type Reduction, type Subsidy, type Timeline } from '../timeline.js';

/** Welfare and what takes its place; a relapse into these is R25, into any other benefit R26. */
const BIJSTAND: ReadonlySet<BenefitKind> = new Set(['BIJSTAND', 'IOAW', 'IOAZ', 'BBZ']);
export const isBijstand = ({ kind }: Benefit): boolean => BIJSTAND.has(kind);

/** The public money that counts under a definition set, everywhere in the rules. */
export interface Funding {
  readonly benefits: readonly Benefit[];
  readonly subsidies: readonly Subsidy[];
}

/** The benefits and job subsidies that count as public funding under the definition set. */
export function countingFunding({ benefits, subsidies }: Timeline, parameters: DefinitionParameters, at: Day): Funding {
  const { bijstandOnly, partialAllowed, fundedKinds } = parameters;
  return {
    benefits:
      bijstandOnly || partialAllowed
        ? benefits.filter(
            (benefit) => (!bijstandOnly || isBijstand(benefit)) && !(partialAllowed && settlementOn(benefit, at)),
          )
        : benefits,
    subsidies: fundedKinds === 'ALL' ? subsidies : subsidies.filter(({ scheme }) => fundedKinds.includes(scheme)),
  };
}

/** What makes a benefit supplementary: it runs on beside earnings that are settled with it. Absent of one that is not. */
export const settlementOn = (benefit: Benefit, on: Day): Reduction | undefined =>
  isRunning(benefit)
    ? benefit.reductions.find((reduction) => reduction.cause === 'EARNINGS' && covers(reduction, on))
    : undefined;

/** A measure of 100 % or a suspension: nothing is paid, but nothing has ended either (Haarlem, Piet). */
export const sanctionOn = ({ reductions }: Benefit, on: Day): Reduction | undefined =>
  reductions.find(
    (reduction) =>
      (reduction.cause === 'SUSPENSION' || (reduction.cause === 'SANCTION' && reduction.percent === 100)) &&
      covers(reduction, on),
  );

/** The latest end of a counting benefit; ends lie at or before `at` by nature of the timeline. */
export function latestBenefitEnd({ benefits }: Funding): Day | undefined {
  let last: Day | undefined;
  for (const benefit of benefits)
    if (!isRunning(benefit) && (last === undefined || benefit.to > last)) last = benefit.to;
  return last;
}
