import type { Schema } from '../../shell/api/client.js';
import { useShellTexts } from '../../shell/shell-texts.js';
import { DataTable, type Column } from '../data-table.js';
import { Status } from '../status.js';
import { Day, Instant } from '../values.js';
import { anchorOf } from './fact-anchor.js';
import { FactDetails } from './fact-details.js';
import { systemOf, textIn } from './field.js';
import { useFactsTexts, wordFor } from './facts-texts.js';

export type RecordedFact = Schema<'TimelineEvent'>;

interface Props {
  readonly caption: string;
  readonly captionHidden?: boolean;
  /** Where a list above leads to these events. */
  readonly anchored?: boolean;
  readonly facts: readonly RecordedFact[];
  /** What is said when there are none. */
  readonly empty?: string;
}

/** Facts with both their times, where they come from and how sure they are. */
export function FactsTable({ caption, captionHidden = false, anchored = false, facts, empty }: Props) {
  const texts = useFactsTexts();
  const { roles } = useShellTexts();
  const isAnybodyNamed = facts.some(({ actor }) => actor !== undefined);
  const columns: Column<RecordedFact>[] = [
    {
      head: texts.event,
      cell: ({ eventId, type, retracted }) => (
        <span {...(anchored && { id: anchorOf(eventId), tabIndex: -1 })}>
          {wordFor(texts.types, type)} {retracted && <Status tone="bad">{texts.retracted}</Status>}
        </span>
      ),
    },
    { head: texts.details, cell: ({ fields }) => <FactDetails fields={fields} /> },
    { head: texts.validFrom, cell: ({ fields }) => <ValidTime fields={fields} until={texts.validTo} /> },
    { head: texts.recordedAt, cell: ({ recordedAt }) => <Instant at={recordedAt} /> },
    {
      head: texts.source,
      cell: ({ fields, role }) => wordFor({ ...texts.systems, ...roles }, systemOf(fields) ?? role),
    },
    { head: texts.assurance, cell: ({ fields }) => wordFor(texts.assurances, textIn(fields, 'assurance') ?? '–') },
    ...(isAnybodyNamed ? [{ head: texts.by, cell: ({ actor }: RecordedFact) => actor ?? '–' }] : []),
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      columns={columns}
      rows={facts}
      keyOf={({ eventId }) => eventId}
      empty={empty ?? texts.noFacts}
    />
  );
}

function ValidTime({ fields, until }: { readonly fields: RecordedFact['fields']; readonly until: string }) {
  const [from, to] = [textIn(fields, 'validFrom'), textIn(fields, 'validTo')];
  return (
    <>
      <Day on={from} />
      {to !== undefined && (
        <>
          {' '}
          {until} <Day on={to} />
        </>
      )}
    </>
  );
}
