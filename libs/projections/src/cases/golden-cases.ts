import { nameOf, type DefinitionVersion, type GoldenCases, type Preset } from '@uitkomst/domain';
import { lineOf, type CheckResult } from './files/check-result.js';
import { decideCase } from './files/decide-case.js';
import { readCaseFile } from './files/read-case-file.js';
import { problemText, type Problem } from './files/yaml-text.js';

/** The cases that come with a definition set: texts in the format of case files, and the tariff their amounts are about. */
export interface OfferedCases {
  readonly files: readonly string[];
  readonly tariffCents: number;
}

/** How they came out, or why they cannot be read. */
export type GoldenOutcome =
  | { readonly goldenCases: GoldenCases; readonly differences: readonly string[] }
  | { readonly problems: readonly { readonly index: number; readonly reason: string }[] };

/**
 * Runs the cases of a definition set by the path of every case file, with the set that is offered under its own name (leap L11). A case
 * that is about another set says nothing of this one and is not taken.
 */
export async function runGoldenCases(definition: DefinitionVersion, offered: OfferedCases): Promise<GoldenOutcome> {
  const name = nameOf(definition);
  const presets: ReadonlyMap<string, Preset> = new Map([[name, { definition, tariffCents: offered.tariffCents }]]);
  const problems: { readonly index: number; readonly reason: string }[] = [];
  const results: CheckResult[] = [];
  for (const [index, text] of offered.files.entries()) {
    const read = await readCaseFile(`case ${index + 1}`, text, { presets, beside: alone });
    if ('problems' in read) problems.push(...read.problems.map((problem) => ({ index, reason: reasonOf(problem) })));
    else for (const one of read.cases) results.push(...(await decideCase(one, presets)));
  }
  if (problems.length > 0) return { problems };
  const wrong = results.filter(({ ok }) => ok === false);
  return {
    goldenCases: {
      passed: results.filter(({ ok }) => ok === true).length,
      failed: [...new Set(wrong.map((result) => result.case))],
    },
    differences: wrong.map(lineOf),
  };
}

/** Nothing stands beside a text that came by itself. */
const alone = (): Promise<string> => Promise.reject(new Error('There is no file beside it'));

const reasonOf = ({ file: _file, ...problem }: Problem): string => problemText({ file: 'case', ...problem });
