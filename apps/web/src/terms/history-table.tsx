import { DataTable, type Column } from '../parts/data-table.js';
import { FactFields } from '../parts/facts/fact-fields.js';
import { useEventWords } from '../parts/facts/words/event-words.js';
import type { Schema } from '../shell/api/client.js';
import { instantText } from '../shell/language/format.js';
import { PeriodText } from './period-text.js';
import { useTermsTexts } from './terms-texts.js';

export type TermEvent = Schema<'TermsHistory'>['events'][number];

interface Props {
  readonly caption: string;
  readonly events: readonly TermEvent[];
  readonly empty: string;
  /** Fields every row would repeat. */
  readonly apart: readonly string[];
}

/** What was agreed, latest first: from when it holds and when it was recorded. Nothing in it is ever changed. */
export function HistoryTable({ caption, events, empty, apart }: Props) {
  const texts = useTermsTexts();
  const words = useEventWords();
  const hidden = new Set([...apart, 'validFrom', 'validTo']);
  const said = (fields: TermEvent['fields']) =>
    Object.fromEntries(Object.entries(fields).filter(([field]) => !hidden.has(field)));
  const columns: Column<TermEvent>[] = [
    { head: texts.whatHappened, cell: ({ type }) => words.name(type) },
    { head: texts.what, cell: ({ fields }) => <FactFields fields={said(fields)} /> },
    { head: texts.holds, cell: ({ fields }) => <PeriodText fields={fields} /> },
    {
      head: texts.recorded,
      cell: ({ recordedAt }) => <time dateTime={recordedAt}>{instantText(recordedAt)}</time>,
    },
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={latestFirst(events)}
      keyOf={({ eventId }) => eventId}
      empty={empty}
    />
  );
}

/** By the day from which it holds; of one day the last recorded first. */
export const latestFirst = (events: readonly TermEvent[]): TermEvent[] =>
  events.toSorted((one, other) => placeOf(other).localeCompare(placeOf(one)));

const placeOf = ({ fields, recordedAt }: TermEvent): string => {
  const { validFrom } = fields;
  return `${typeof validFrom === 'string' ? validFrom : recordedAt.slice(0, 10)} ${recordedAt}`;
};
