import type { WhatIfRun } from '@uitkomst/contracts';
import { saysOtherwise, type Determination, type WhatIf } from '@uitkomst/domain';

const SHOWN_MAX = 500;
/** Where no rule stands in the way otherwise it is the amount. */
const AMOUNT = 'R39';

interface Side {
  cents: number;
  readonly outcomes: Record<string, number>;
}

/** What a calculation over many claims comes to, so far. */
export class Tally {
  files = 0;
  filesDone = 0;
  claims = 0;
  different = 0;
  readonly before: Side = { cents: 0, outcomes: {} };
  readonly after: Side = { cents: 0, outcomes: {} };
  readonly byRule = new Map<string, number>();
  readonly results: WhatIfRun['results'] = [];

  add({ claimId, providerId }: { readonly claimId: string; readonly providerId: string }, asked: WhatIf): void {
    const { before, after } = asked;
    this.claims += 1;
    addTo(this.before, before);
    addTo(this.after, after);
    if (!saysOtherwise(asked)) return;
    this.different += 1;
    const rule = asked.rule ?? AMOUNT;
    this.byRule.set(rule, (this.byRule.get(rule) ?? 0) + 1);
    if (this.results.length < SHOWN_MAX)
      this.results.push({ claimId, providerId, before: said(before), after: said(after), rule: asked.rule ?? null });
  }
}

function addTo(side: Side, { outcome, cents }: Determination): void {
  side.cents += cents;
  side.outcomes[outcome] = (side.outcomes[outcome] ?? 0) + 1;
}

const said = ({ outcome, cents, fail, open, definition }: Determination) => ({
  outcome,
  cents,
  fail: [...fail],
  open: [...open],
  definition: definition ?? null,
});
