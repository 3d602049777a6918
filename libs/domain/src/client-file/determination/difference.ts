import { canonical } from '../../values/canonical.js';
import type { DeterminedPayload } from './redetermine.js';

/**
 * Where a determination made again differs from the recorded one, compared byte for byte; undefined where it does not. Rules (R16)
 * come first, since they say why; a difference they do not show is named by its field.
 */
export function differenceOf(recorded: DeterminedPayload, again: DeterminedPayload | undefined): string | undefined {
  if (again === undefined) return 'claimId';
  if (canonical(again) === canonical(recorded)) return undefined;
  const was = answersOf(recorded);
  const is = answersOf(again);
  const rules = [...new Set([...was.keys(), ...is.keys()])].toSorted((a, b) => numberOf(a) - numberOf(b));
  const fields = [...new Set([...Object.keys(recorded), ...Object.keys(again)])].toSorted();
  return (
    rules.find((rule) => was.get(rule) !== is.get(rule)) ??
    fields.find((field) => said(recorded, field) !== said(again, field)) ??
    'order'
  );
}

const said = (payload: object, field: string): string =>
  canonical({ said: (payload as Readonly<Record<string, unknown>>)[field] });

const numberOf = (rule: string): number => Number(rule.slice(1));

/** What each rule said: passed, or its answer in full. */
function answersOf({ passed, rules }: DeterminedPayload): ReadonlyMap<string, string> {
  const answers = new Map(passed.map((rule) => [rule, 'PASS']));
  for (const answer of rules) answers.set(answer.rule, (answers.get(answer.rule) ?? '') + canonical(answer));
  return answers;
}
