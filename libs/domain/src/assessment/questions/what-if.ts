import type { DefinitionVersion } from '../../definitions/parameters.js';
import { assess } from '../assess.js';
import type { Determination } from '../determination.js';
import { RULES } from '../rules/index.js';
import type { Subject } from '../subject.js';

/** Other terms than those that hold: a definition set, a tariff in cents, or both. */
export interface Alternative {
  readonly definition?: DefinitionVersion;
  readonly tariffCents?: number;
}

/** One claim under two sets of terms, on the same facts and the same day. */
export interface WhatIf {
  readonly before: Determination;
  readonly after: Determination;
  /** The first rule (R25) that answers otherwise; absent where none does. */
  readonly rule?: string;
}

/** What a claim would come to under other terms (leap L2). Nothing is recorded. `against` takes the place of the terms that hold. */
export function whatIf(subject: Subject, alternative: Alternative, against: Alternative = {}): WhatIf {
  const before = assess({ ...subject, whatIf: { ...subject.whatIf, ...against } });
  const after = assess({ ...subject, whatIf: { ...subject.whatIf, ...against, ...alternative } });
  const rule = firstOtherwise(before, after);
  return { before, after, ...(rule !== undefined && { rule }) };
}

/** Whether the two say something else: another outcome, other codes or another amount. */
export const saysOtherwise = ({ before, after }: WhatIf): boolean =>
  before.outcome !== after.outcome ||
  before.cents !== after.cents ||
  before.fail.join() !== after.fail.join() ||
  before.open.join() !== after.open.join();

/** The first rule, in the order of the rules, that stands in the way of one determination otherwise than of the other. */
function firstOtherwise(before: Determination, after: Determination): string | undefined {
  const [then, now] = [inTheWay(before), inTheWay(after)];
  return RULES.find(({ id }) => then.get(id) !== now.get(id))?.id;
}

const inTheWay = ({ rules }: Determination): ReadonlyMap<string, string> =>
  new Map(
    rules.flatMap(({ rule, result, code = '' }): [string, string][] =>
      result === 'FAIL' || result === 'UNKNOWN' ? [[rule, `${result} ${code}`]] : [],
    ),
  );
