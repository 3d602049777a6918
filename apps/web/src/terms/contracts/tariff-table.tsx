import { DataTable } from '../../parts/data-table.js';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import { instantText } from '../../shell/language/format.js';
import { latestFirst, type TermEvent } from '../history-table.js';
import { PeriodText } from '../period-text.js';
import { useTermsTexts } from '../terms-texts.js';

/** What a result earns, from which day on; an earlier tariff stays for what began under it. */
export function TariffTable({ events }: { readonly events: readonly TermEvent[] }) {
  const texts = useTermsTexts();
  const words = useEventWords();
  const said = (name: string, { fields }: TermEvent): string => words.value(name, fields[name] ?? '');
  return (
    <DataTable
      caption={texts.tariffs}
      captionHidden
      empty={texts.noTariffs}
      rows={latestFirst(events)}
      keyOf={({ eventId }) => eventId}
      columns={[
        { head: texts.milestone, cell: (event) => said('milestone', event) },
        { head: texts.tariff, numeric: true, cell: (event) => said('cents', event) },
        { head: texts.holds, cell: ({ fields }) => <PeriodText fields={fields} /> },
        {
          head: texts.recorded,
          cell: ({ recordedAt }) => <time dateTime={recordedAt}>{instantText(recordedAt)}</time>,
        },
      ]}
    />
  );
}
