import type { CaseFile } from './case-file.js';

const without = <Item>(items: readonly Item[], from: number, count: number): Item[] => [
  ...items.slice(0, from),
  ...items.slice(from + count),
];

/** The smaller files that one step can reach: a run of facts, a claim, a check or an optional field left out. */
function* smaller(file: CaseFile, run: number): Generator<CaseFile> {
  for (let from = 0; from < file.facts.length; from += run) yield { ...file, facts: without(file.facts, from, run) };
  if (run > 1) return;
  for (let place = 0; place < file.checks.length && file.checks.length > 1; place += 1)
    yield { ...file, checks: without(file.checks, place, 1) };
  for (const [place, { id }] of file.claims.entries())
    if (!file.checks.some(({ c }) => c === id)) yield { ...file, claims: without(file.claims, place, 1) };
}

/** The smallest file found by leaving things out while `differs` still holds. */
export async function shrink(file: CaseFile, differs: (smallerFile: CaseFile) => Promise<boolean>): Promise<CaseFile> {
  let best = file;
  let run = Math.max(1, Math.floor(file.facts.length / 2));
  for (;;) {
    let found: CaseFile | undefined;
    for (const candidate of smaller(best, run)) {
      if (!(await differs(candidate))) continue;
      found = candidate;
      break;
    }
    if (found) best = found;
    else if (run === 1) return best;
    else run = Math.max(1, Math.floor(run / 2));
  }
}
