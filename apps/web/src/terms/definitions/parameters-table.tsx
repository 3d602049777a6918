import { DataTable } from '../../parts/data-table.js';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import type { TermEvent } from '../history-table.js';
import { useTermsTexts } from '../terms-texts.js';

type Parameters = Readonly<Record<string, unknown>>;

const parametersOf = (event: TermEvent | undefined): Parameters => (event?.fields['parameters'] ?? {}) as Parameters;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What the last version asks, beside what the one before asked where that differs. */
export function ParametersTable({ events }: { readonly events: readonly TermEvent[] }) {
  const texts = useTermsTexts();
  const words = useEventWords();
  const labels: Readonly<Record<string, string>> = texts.labels;
  const [last, before] = [parametersOf(events.at(-1)), parametersOf(events.at(-2))];
  const said = (name: string, value: unknown): string => {
    if (name !== 'milestones' || !Array.isArray(value)) return words.value(name, value ?? '') || '–';
    return value
      .map(({ code, sustain }: { readonly code: string; readonly sustain: string }) =>
        [words.code(code), words.value('sustain', sustain)].join(': '),
      )
      .join(', ');
  };
  return (
    <DataTable
      caption={texts.norms}
      captionHidden
      rows={Object.keys(last)}
      keyOf={(name) => name}
      columns={[
        { head: texts.norm, cell: (name) => labels[name] ?? words.field(name) ?? name },
        { head: texts.lastVersion, cell: (name) => said(name, last[name]) },
        ...(events.length > 1
          ? [
              {
                head: texts.versionBefore,
                cell: (name: string) => (same(last[name], before[name]) ? texts.unchanged : said(name, before[name])),
              },
            ]
          : []),
      ]}
    />
  );
}
