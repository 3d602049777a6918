import type { PublishDefinition, Text } from '@uitkomst/contracts';
import { staffWordsOf, wordsOf, type DefinitionVersion, type GoldenCases } from '@uitkomst/domain';
import { Problem } from '../../shell/http/problem.js';
import { invalidInput } from '../../shell/http/schema-pipe.js';

/** What a set that brings no cases of its own is published with. */
export const NO_CASES: GoldenCases = { passed: 0, failed: [] };

const TARIFF_CENTS = 300_000;
const CODE = 'GOLDEN_CASES_FAIL';

/** Decides the cases under the set that is offered; one that cannot be read, or comes out otherwise, stops the publication. */
export async function goldenCasesOf(
  { definitionId, version, parameters, validFrom }: DefinitionVersion,
  { files, tariffCents = TARIFF_CENTS }: NonNullable<PublishDefinition['goldenCases']>,
): Promise<GoldenCases> {
  const { runGoldenCases } = await import('@uitkomst/projections/cases'); // Few definitions bring any: starting doesn't wait for it.
  const outcome = await runGoldenCases({ definitionId, version, parameters, validFrom }, { files, tariffCents });
  if ('problems' in outcome)
    throw invalidInput(
      outcome.problems.map(({ index, reason }) => ({
        in: 'body',
        pointer: `/goldenCases/files/${index}`,
        code: 'unreadable',
        message: { nl: reason, en: reason }, // What reads case files knows one language.
      })),
    );
  const { goldenCases, differences } = outcome;
  if (goldenCases.failed.length === 0) return goldenCases;
  const list = { list: goldenCases.failed };
  throw new Problem('gevallen-falen', {
    code: CODE,
    detail: { nl: wordsOf(CODE, 'nl', list), en: wordsOf(CODE, 'en', list) },
    members: { cases: goldenCases.failed, differences, words: wordsFor(differences) },
  });
}

/** The sentence of every reason code that the differences name. */
function wordsFor(differences: readonly string[]): readonly { readonly code: string; readonly text: Text }[] {
  const codes = differences.flatMap((line) => line.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g) ?? []);
  return [...new Set(codes)].map((code) => ({
    code,
    text: (['nl', 'en'] as const).map((language) => ({ language, value: staffWordsOf(code, language) })),
  }));
}
