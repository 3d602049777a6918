import type { Basis, Outcome, RuleResult, Shares } from '../client-file/claim/events.js';

/**
 * What the rules say of one claim on one day (rules 3.6). `fail` and `open` are codes in the order of the rules; `open` is what is
 * unknown; a code that fails is not listed as open too. All money in cents; days as `jjjj-mm-dd`.
 */
export interface Determination {
  readonly outcome: Outcome;
  readonly fail: readonly string[];
  readonly open: readonly string[];
  /** PENDING: the latest dated unknown. */
  readonly untilOn?: string;
  /** Earliest later day on which any visible fact or term may matter; the clock looks again then. */
  readonly nextChangeOn?: string;
  /** What is due: the amount if ELIGIBLE, what was paid if CLAWBACK, else 0. */
  readonly cents: number;
  readonly tariffCents?: number;
  /** Decided shares, where an AttributionDecided counts. */
  readonly shares?: Shares;
  /** I, the first day of lasting independence, and M, the day the window is full. */
  readonly episodeOn?: string;
  readonly maturityOn?: string;
  /** `NL-STD@1`. */
  readonly definition?: string;
  readonly ruleSet: string;
  readonly passed: readonly string[];
  /** Every rule that did not simply pass, in order. */
  readonly rules: readonly RuleResult[];
  readonly basis: Basis;
  readonly decisionHash: string;
}
