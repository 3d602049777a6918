import { Link } from 'react-router';
import { DataTable, type Column } from '../../parts/data-table.js';
import { useOperationName } from '../../parts/operations/operation-name.js';
import { Page } from '../../parts/page.js';
import { Paged } from '../../parts/paged.js';
import { Status } from '../../parts/status.js';
import { Instant } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { SaveList } from '../save-list.js';
import { instantText } from '../../shell/language/format.js';
import { TraceFilters, useTraceQuestion } from './period-filters.js';
import { useRolesSaid } from './roles-said.js';
import { useTracesTexts } from './traces-texts.js';

type Record = Schema<'ProcessingRecord'>;

/** Who read data of which client, the last first. */
export function ProcessingPage() {
  const texts = useTracesTexts();
  const question = useTraceQuestion();
  const dossierRef = question.value('dossierRef');
  const query = {
    ...question.paging.query,
    ...question.period,
    ...(dossierRef !== '' && { dossierRef }),
  };
  const reading = useReading('/verwerkingen', { query }, { keep: true });
  return (
    <Page title={texts.processing} above={[{ path: '/verantwoording/toezicht', title: texts.title }]}>
      <p>{texts.processingIntro}</p>
      <TraceFilters
        question={question}
        fields={[{ name: 'dossierRef', label: texts.dossier, hint: texts.dossierHint }]}
      />
      <Paged reading={reading} paging={question.paging}>
        {(results) => <Looks records={results} />}
      </Paged>
    </Page>
  );
}

function Looks({ records }: { readonly records: readonly Record[] }) {
  const texts = useTracesTexts();
  const nameOf = useOperationName();
  const said = useRolesSaid();
  const columns: Column<Record>[] = [
    { head: texts.moment, cell: ({ start_time: at }) => <Instant at={at} /> },
    { head: texts.who, cell: ({ attributes }) => said(attributes['uitkomst.subject'], attributes['uitkomst.roles']) },
    { head: texts.organisation, cell: ({ attributes }) => attributes['uitkomst.organisation'] },
    {
      head: texts.did,
      cell: ({ name, status_code: status }) => (
        <>
          {nameOf(name)} {status === 'Error' && <Status tone="bad">{texts.failed}</Status>}
        </>
      ),
    },
    { head: texts.dossier, cell: ({ attributes }) => <FileLink dossierRef={attributes['dpl.core.data_subject_id']} /> },
  ];
  return (
    <>
      <DataTable
        caption={texts.processing}
        captionHidden
        columns={columns}
        rows={records}
        keyOf={({ span_id: id }) => id}
        empty={texts.processingEmpty}
      />
      <SaveList
        name="verwerkingen"
        head={columns.map(({ head }) => head)}
        rows={records.map(({ start_time: at, name, attributes }) => [
          instantText(at),
          said(attributes['uitkomst.subject'], attributes['uitkomst.roles']),
          attributes['uitkomst.organisation'] ?? '',
          nameOf(name),
          attributes['dpl.core.data_subject_id'] ?? '',
        ])}
      />
    </>
  );
}

function FileLink({ dossierRef }: { readonly dossierRef: string | undefined }) {
  if (dossierRef === undefined) return '–';
  return <Link to={`/verantwoording/tijdreis/dossiers/${dossierRef}`}>{dossierRef}</Link>;
}
