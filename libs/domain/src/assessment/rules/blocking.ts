import type { Day } from '../../values/calendar-date.js';
import type { EventId } from '../../values/ids.js';
import { sanctionOn, settlementOn } from '../context/funding.js';
import type { Context } from '../context.js';
import type { Benefit } from '../timeline.js';

type BlockingCode = 'SANCTION_NOT_OUTFLOW' | 'PARTIAL_BENEFIT_CONTINUES' | 'BENEFIT_NOT_ENDED';

/** A sanction is looked for on the day of outflow; without one on the day of looking. */
export const sanctionDay = ({ startOn, at }: Pick<Context, 'startOn' | 'at'>): Day => startOn ?? at;

/** Each blocking benefit gives exactly one of three codes (R7, R8, R9). */
function codeOf(benefit: Benefit, context: Context): BlockingCode {
  if (sanctionOn(benefit, sanctionDay(context))) return 'SANCTION_NOT_OUTFLOW';
  return settlementOn(benefit, context.at) ? 'PARTIAL_BENEFIT_CONTINUES' : 'BENEFIT_NOT_ENDED';
}

/** The benefits that stand in the way, whichever of the three codes each gives. */
export const blockingFacts = ({ anchor }: Context): readonly EventId[] =>
  anchor.blockingBenefits.map(({ startedBy }) => startedBy);

export const blockingAs = (context: Context, code: BlockingCode): readonly Benefit[] =>
  context.anchor.blockingBenefits.filter((benefit) => codeOf(benefit, context) === code);
