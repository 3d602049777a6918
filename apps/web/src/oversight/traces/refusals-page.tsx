import { Link } from 'react-router';
import { DataTable, type Column } from '../../parts/data-table.js';
import { Page } from '../../parts/page.js';
import { Paged } from '../../parts/paged.js';
import { Instant } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { instantText } from '../../shell/language/format.js';
import { SaveList } from '../save-list.js';
import { TraceFilters, useTraceQuestion } from './period-filters.js';
import { useTracesTexts } from './traces-texts.js';

type Refusal = Schema<'ListedRefusal'>;

/** Who tried what they may not, the last first. */
export function RefusalsPage() {
  const texts = useTracesTexts();
  const question = useTraceQuestion();
  const subject = question.value('subject');
  const query = { ...question.paging.query, ...(subject !== '' && { subject }) };
  const reading = useReading('/weigeringen', { query }, { keep: true });
  return (
    <Page title={texts.refusals} above={[{ path: '/verantwoording/toezicht', title: texts.title }]}>
      <p>{texts.refusalsIntro}</p>
      <TraceFilters question={question} dated={false} fields={[{ name: 'subject', label: texts.subject }]} />
      <Paged reading={reading} paging={question.paging}>
        {(results) => <Refusals refusals={results} />}
      </Paged>
    </Page>
  );
}

function Refusals({ refusals }: { readonly refusals: readonly Refusal[] }) {
  const texts = useTracesTexts();
  const commands: Readonly<Record<string, string>> = texts.commands;
  const codes: Readonly<Record<string, string>> = texts.codes;
  const columns: Column<Refusal>[] = [
    { head: texts.moment, cell: ({ recordedAt }) => <Instant at={recordedAt} /> },
    { head: texts.who, cell: ({ subject }) => subject },
    { head: texts.did, cell: ({ command }) => commands[command] ?? command },
    { head: texts.reason, cell: ({ code }) => codes[code] ?? code },
    {
      head: texts.claim,
      cell: ({ claimId }) =>
        claimId === null ? '–' : <Link to={`/verantwoording/tijdreis/declaraties/${claimId}`}>{claimId}</Link>,
    },
  ];
  return (
    <>
      <DataTable
        caption={texts.refusals}
        captionHidden
        columns={columns}
        rows={refusals}
        keyOf={({ eventId }) => eventId}
        empty={texts.refusalsEmpty}
      />
      <SaveList
        name="weigeringen"
        head={columns.map(({ head }) => head)}
        rows={refusals.map(({ recordedAt, subject, command, code, claimId }) => [
          instantText(recordedAt),
          subject,
          commands[command] ?? command,
          codes[code] ?? code,
          claimId ?? '',
        ])}
      />
    </>
  );
}
