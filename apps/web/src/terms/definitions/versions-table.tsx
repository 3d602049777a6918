import { DataTable } from '../../parts/data-table.js';
import { instantText } from '../../shell/language/format.js';
import { latestFirst, type TermEvent } from '../history-table.js';
import { PeriodText } from '../period-text.js';
import { useTermsTexts } from '../terms-texts.js';

const said = ({ fields }: TermEvent, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '–';
};

/** The versions of a set, each with the council's words and decision. */
export function VersionsTable({ events }: { readonly events: readonly TermEvent[] }) {
  const texts = useTermsTexts();
  return (
    <DataTable
      caption={texts.versions}
      captionHidden
      rows={latestFirst(events)}
      keyOf={({ eventId }) => eventId}
      columns={[
        { head: texts.version, cell: (event) => said(event, 'version') },
        { head: texts.holds, cell: ({ fields }) => <PeriodText fields={fields} /> },
        { head: texts.decision, cell: (event) => said(event, 'decisionRef') },
        { head: texts.text, cell: (event) => said(event, 'text') },
        {
          head: texts.recorded,
          cell: ({ recordedAt }) => <time dateTime={recordedAt}>{instantText(recordedAt)}</time>,
        },
      ]}
    />
  );
}
