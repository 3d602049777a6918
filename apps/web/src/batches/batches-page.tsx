import { Link } from 'react-router';
import { useListCut } from '../parts/cuts/list-cut.js';
import { LookBack } from '../parts/cuts/look-back.js';
import { PresentLink } from '../parts/cuts/present-link.js';
import { DataTable } from '../parts/data-table.js';
import { wordFor } from '../parts/facts/facts-texts.js';
import { Page } from '../parts/page.js';
import { Paged, usePaging } from '../parts/paged.js';
import { Status } from '../parts/status.js';
import { Money } from '../parts/values.js';
import { useReading } from '../shell/api/use-reading.js';
import { dayText } from '../shell/language/format.js';
import { useSignedIn } from '../shell/session/who-works.js';
import { useBatchesTexts } from './batches-texts.js';

/** All payment batches, the latest first, and the way to a new one. */
export function BatchesPage() {
  const texts = useBatchesTexts();
  const { roles } = useSignedIn();
  const paging = usePaging();
  const { cuts, dates, isPast } = useListCut();
  const batches = useReading('/betaalbatches', { query: { ...paging.query, ...dates } }, { keep: true });
  return (
    <Page title={texts.title}>
      <LookBack cuts={cuts} isPast={isPast} />
      {roles.includes('OFFICER') && !isPast && (
        <p>
          <Link className="button-link primary" to="/betaalbatches/nieuw">
            {texts.prepareNew}
          </Link>
        </p>
      )}
      <Paged reading={batches} paging={paging}>
        {(results) => (
          <DataTable
            caption={texts.title}
            captionHidden
            columns={[
              {
                head: texts.batch,
                cell: ({ batchId, preparedOn }) => (
                  <PresentLink isPast={isPast} to={`/betaalbatches/${batchId}`}>
                    {texts.batchOf(dayText(preparedOn))}
                  </PresentLink>
                ),
              },
              { head: texts.number, cell: ({ batchId }) => batchId },
              {
                head: texts.status,
                cell: ({ status }) => <Status tone="neutral">{wordFor(texts.statuses, status)}</Status>,
              },
              { head: texts.lines, numeric: true, cell: ({ lines }) => lines },
              { head: texts.sum, numeric: true, cell: ({ controlSumCents }) => <Money cents={controlSumCents} /> },
              {
                head: texts.alarm,
                cell: ({ alarm }) => (alarm === null ? '–' : <Status tone="bad">{texts.noBankAnswer}</Status>),
              },
            ]}
            rows={results}
            keyOf={({ batchId }) => batchId}
            empty={texts.empty}
          />
        )}
      </Paged>
    </Page>
  );
}
