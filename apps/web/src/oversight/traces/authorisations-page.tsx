import { DataTable, type Column } from '../../parts/data-table.js';
import { useOperationName } from '../../parts/operations/operation-name.js';
import { Page } from '../../parts/page.js';
import { Paged } from '../../parts/paged.js';
import { Status } from '../../parts/status.js';
import { Instant } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { TraceFilters, useTraceQuestion } from './period-filters.js';
import { useRolesSaid } from './roles-said.js';
import { useTracesTexts } from './traces-texts.js';

type Record = Schema<'AuthorisationRecord'>;

/** What was allowed and what was not, to whom, under which rules of access. */
export function AuthorisationsPage() {
  const texts = useTracesTexts();
  const question = useTraceQuestion();
  const query = { ...question.paging.query, ...question.period };
  const reading = useReading('/autorisatiebesluiten', { query }, { keep: true });
  return (
    <Page title={texts.authorisations} above={[{ path: '/verantwoording/toezicht', title: texts.title }]}>
      <p>{texts.authorisationsIntro}</p>
      <TraceFilters question={question} />
      <Paged reading={reading} paging={question.paging}>
        {(results) => <Judgements records={results} />}
      </Paged>
    </Page>
  );
}

function Judgements({ records }: { readonly records: readonly Record[] }) {
  const texts = useTracesTexts();
  const nameOf = useOperationName();
  const said = useRolesSaid();
  const codes: Readonly<{ [code: string]: string }> = texts.codes;
  const columns: Column<Record>[] = [
    { head: texts.moment, cell: ({ time }) => <Instant at={time} /> },
    {
      head: texts.who,
      cell: ({ attributes }) => said(attributes['adl.request.subject'], attributes['adl.request.roles']),
    },
    { head: texts.did, cell: ({ attributes }) => nameOf(attributes['adl.request.action'] ?? '') },
    { head: texts.about, cell: ({ attributes }) => attributes['adl.request.resource'] ?? '–' },
    {
      head: texts.answer,
      cell: ({ attributes }) => {
        const allowed = attributes['adl.response.decision'] === 'true';
        const reason = attributes['adl.response.reason'];
        return (
          <>
            <Status tone={allowed ? 'good' : 'bad'}>{allowed ? texts.allowed : texts.denied}</Status>{' '}
            {reason !== undefined && (codes[reason] ?? reason)}
          </>
        );
      },
    },
    { head: texts.policy, cell: ({ attributes }) => <span className="hash">{attributes['adl.policy_version']}</span> },
  ];
  return (
    <DataTable
      caption={texts.authorisations}
      captionHidden
      columns={columns}
      rows={records}
      keyOf={({ span_id: id }) => id}
      empty={texts.authorisationsEmpty}
    />
  );
}
