import { DataTable } from '../../parts/data-table.js';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import { Day } from '../../parts/values.js';
import type { Problem } from '../../shell/api/problem.js';
import { dayText, moneyText } from '../../shell/language/format.js';
import { useBilingual } from '../../shell/language/language.js';
import { useTermsTexts } from '../terms-texts.js';
import { differencesIn, wordsIn } from './differences.js';

/** Which cases came out otherwise than they say, and how. */
export function CasesDiffer({ problem }: { readonly problem: Problem | null }) {
  const texts = useTermsTexts();
  const words = useEventWords();
  const inWords = useBilingual();
  const sentences = wordsIn(problem);
  const differences = differencesIn(problem);
  if (differences.length === 0) return null;
  const plain: Readonly<Record<string, string>> = texts.caseWords;
  const said = (result: string): string =>
    result
      .replaceAll(/\b\d{4}-\d\d-\d\d\b/g, dayText)
      .replaceAll(/(?<![\d-])\d{3,}(?![\d-])/g, (cents) => moneyText(Number(cents)))
      .replaceAll(/\b(until|fail|open)\b/g, (word) => plain[word] ?? word)
      .replaceAll(/\b[A-Z][A-Z_]+\b/g, (code) => inWords(sentences.get(code)).replace(/\.$/, '') || words.code(code));
  return (
    <section aria-labelledby="differ">
      <h2 id="differ">{texts.casesDiffer}</h2>
      <DataTable
        caption={texts.casesDiffer}
        captionHidden
        rows={differences}
        keyOf={({ name, on }) => `${name} ${on}`}
        columns={[
          { head: texts.goldenCase, cell: ({ name }) => name },
          { head: texts.decidedOn, cell: ({ on }) => <Day on={on} /> },
          { head: texts.shouldBe, cell: ({ expected }) => said(expected) },
          { head: texts.cameOut, cell: ({ got }) => said(got) },
        ]}
      />
    </section>
  );
}
