import type { RuleResult } from '../client-file/claim/events.js';
import type { Determination } from './determination.js';
import type { Grounds } from './grounds.js';
import { RULES } from './rules/index.js';
import type { Rule } from './rules/rule.js';

/** One rule as it is explained to someone who asks why: what it says, whence it comes, and how it came out. */
export interface Explained {
  readonly rule: string;
  readonly statement: { readonly nl: string; readonly en: string };
  readonly source: string;
  readonly result: 'PASS' | RuleResult['result'];
  readonly code?: string;
  readonly untilOn?: string;
  /** Event ids: the earliest sufficient facts. */
  readonly evidence: readonly string[];
  readonly missing: readonly string[];
  readonly data: Readonly<Record<string, string | number>>;
}

const NO_GROUNDS: Grounds = new Map();

type Given = Omit<RuleResult, 'rule' | 'result'> & { readonly result: Explained['result'] };

/**
 * Every rule of a determination, also one read back from the ledger, in the order of the rules. `grounds` are the facts behind those
 * that passed, which the ledger does not keep with it.
 */
export function explain(
  { rules, passed }: Pick<Determination, 'rules' | 'passed'>,
  grounds: Grounds = NO_GROUNDS,
): readonly Explained[] {
  const given = new Map(rules.map((result) => [result.rule, result]));
  const explained: Explained[] = [];
  for (const rule of RULES) {
    const result = given.get(rule.id);
    if (result) explained.push(explanationOf(rule, result));
    // A rule that is in neither list was not yet written when this was decided.
    else if (passed.includes(rule.id))
      explained.push(explanationOf(rule, { result: 'PASS', evidence: [...(grounds.get(rule.id) ?? [])] }));
  }
  return explained;
}

/** What a rule says, in both languages; its own name where no rule has it. */
export function statementOf(rule: string): { readonly nl: string; readonly en: string } {
  const { nl = rule, en = rule } = RULES.find(({ id }) => id === rule)?.citation ?? {};
  return { nl, en };
}

function explanationOf(
  { id, citation: { nl, en, source } }: Rule,
  { result, code, untilOn, evidence = [], missing = [], data = {} }: Given,
): Explained {
  return {
    rule: id,
    statement: { nl, en },
    source,
    result,
    ...(code !== undefined && { code }),
    ...(untilOn !== undefined && { untilOn }),
    evidence,
    missing,
    data,
  };
}
