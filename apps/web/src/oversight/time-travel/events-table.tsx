import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { DataTable, type Column } from '../../parts/data-table.js';
import { FactFields } from '../../parts/facts/fact-fields.js';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import { Status } from '../../parts/status.js';
import { Day, Instant } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useShellTexts } from '../../shell/shell-texts.js';
import { useTimeTravelTexts } from './time-travel-texts.js';

type Event = Schema<'TimelineEvent'>;

interface Props {
  readonly caption: string;
  readonly events: readonly Event[];
  readonly empty: string;
  /** What else is said of each event, in the second column. */
  readonly remark?: { readonly head: string; readonly of: (event: Event) => ReactNode };
}

/** Events of a file: what happened, since when it was so, when we heard it and from whom; each leads to its proof. */
export function EventsTable({ caption, events, empty, remark }: Props) {
  const texts = useTimeTravelTexts();
  const roles: Readonly<Record<string, string>> = useShellTexts().roles;
  const words = useEventWords();
  const columns: Column<Event>[] = [
    {
      head: texts.event,
      cell: ({ eventId, type, retracted }) => (
        <>
          <Link to={`/verantwoording/gebeurtenissen/${eventId}`}>{words.name(type)}</Link>{' '}
          {retracted && <Status tone="attention">{texts.retracted}</Status>}
        </>
      ),
    },
    ...(remark === undefined ? [] : [{ head: remark.head, cell: remark.of }]),
    { head: texts.validFrom, cell: ({ fields }) => <Day on={dayIn(fields)} /> },
    { head: texts.recordedAt, cell: ({ recordedAt }) => <Instant at={recordedAt} /> },
    {
      head: texts.recordedBy,
      cell: ({ role, actor }) => (actor === undefined || role === 'SYSTEM' ? roles[role] : `${roles[role]} (${actor})`),
    },
    { head: texts.facts, cell: ({ fields }) => <FactFields fields={withoutDay(fields)} /> },
  ];
  return <DataTable caption={caption} columns={columns} rows={events} keyOf={({ eventId }) => eventId} empty={empty} />;
}

const dayIn = ({ validFrom }: Event['fields']): string | undefined =>
  typeof validFrom === 'string' ? validFrom : undefined;

const withoutDay = ({ validFrom: _shown, ...fields }: Event['fields']): Event['fields'] => fields;
