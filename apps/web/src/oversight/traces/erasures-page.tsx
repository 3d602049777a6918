import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { Page } from '../../parts/page.js';
import { Paged, usePaging } from '../../parts/paged.js';
import { Status } from '../../parts/status.js';
import { Day } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useTracesTexts } from './traces-texts.js';

/** What was proposed for erasure, and what was decided on it. */
export function ErasuresPage() {
  const texts = useTracesTexts();
  const paging = usePaging();
  const reading = useReading('/vernietigingslijsten', { query: paging.query }, { keep: true });
  return (
    <Page title={texts.erasures} above={[{ path: '/verantwoording/toezicht', title: texts.title }]}>
      <p>{texts.erasuresIntro}</p>
      <Paged reading={reading} paging={paging}>
        {(results) => (
          <DataTable
            caption={texts.erasures}
            captionHidden
            columns={[
              { head: texts.list, cell: ({ listId }) => <Link to={listId}>{listId}</Link> },
              {
                head: texts.status,
                cell: ({ status }) => (
                  <Status tone={status === 'DECIDED' ? 'good' : 'attention'}>{texts.statuses[status]}</Status>
                ),
              },
              { head: texts.persons, numeric: true, cell: ({ persons }) => persons },
              { head: texts.proposedOn, cell: ({ proposedOn }) => <Day on={proposedOn} /> },
            ]}
            rows={results}
            keyOf={({ listId }) => listId}
            empty={texts.erasuresEmpty}
          />
        )}
      </Paged>
    </Page>
  );
}
