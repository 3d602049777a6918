import type { Day } from '../../values/calendar-date.js';
import type { EventId } from '../../values/ids.js';
import type { Context } from '../context.js';
import type { Opening } from '../context/opening.js';

/** What a rule's sentences need, by the names in their braces. */
export type RuleData = Readonly<Record<string, string | number>>;

interface Ground {
  /** The earliest sufficient facts. */
  readonly evidence?: readonly EventId[];
  /** What would have to be recorded. */
  readonly missing?: readonly string[];
  readonly data?: RuleData;
}

/** A rule's answer. An unknown never counts against a provider: it leaves the code open, until a day where that day is known. */
export type Verdict =
  | { readonly result: 'PASS'; readonly evidence: readonly EventId[] }
  | { readonly result: 'NA' }
  | ({ readonly result: 'FAIL' | 'INFO'; readonly code: string } & Ground)
  | ({ readonly result: 'UNKNOWN'; readonly code: string; readonly until?: Day } & Ground);

const NOT_APPLICABLE: Verdict = { result: 'NA' };

/** The facts it rests on are told to who asks for them, and not kept with the decision; none where nothing on record speaks against it. */
export const pass = (...evidence: readonly (EventId | undefined)[]): Verdict => ({
  result: 'PASS',
  evidence: evidence.filter((id) => id !== undefined),
});
/** The rule has nothing to say of this claim. */
export const na = (): Verdict => NOT_APPLICABLE;
export const fail = (code: string, ground: Ground = {}): Verdict => ({ result: 'FAIL', code, ...ground });
export const open = (code: string, ground: Ground & { readonly until?: Day } = {}): Verdict => ({
  result: 'UNKNOWN',
  code,
  ...ground,
});
/** Nothing against the claim, but worth saying. */
export const note = (code: string, ground: Ground = {}): Verdict => ({ result: 'INFO', code, ...ground });

/** Where a rule comes from: its statement as an officer reads it, and the finding that made it necessary. */
export interface Citation {
  readonly nl: string;
  readonly en: string;
  readonly source: string;
}

interface Described {
  readonly id: `R${number}`;
  /** Every code it may give. */
  readonly codes: readonly string[];
  readonly citation: Citation;
}

/** Needs no definition set: who contracted and assigned whom, and which definition there is. */
export interface OpeningRule extends Described {
  readonly asks: 'ALWAYS';
  readonly check: (opening: Opening) => Verdict;
}

/** Asked of every claim, or of claims for work only (a claim for a ladder step has its own few rules). */
export interface DefinedRule extends Described {
  readonly asks: 'EVERY_CLAIM' | 'WORK_CLAIM';
  readonly check: (context: Context) => Verdict;
}

export type Rule = OpeningRule | DefinedRule;
