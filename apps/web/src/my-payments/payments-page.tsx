import { Link, useSearchParams } from 'react-router';
import { DataTable } from '../parts/data-table.js';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Pager } from '../parts/pager.js';
import { Day, Money } from '../parts/values.js';
import { useReading } from '../shell/api/use-reading.js';
import { useMyPaymentsTexts } from './my-payments-texts.js';

const PAGE_SIZE = 25;

/** In which batches the provider was paid, and how much together. */
export function PaymentsPage() {
  const texts = useMyPaymentsTexts();
  const [asked, setAsked] = useSearchParams();
  const page = Math.max(1, Number(asked.get('pagina')) || 1);
  const reading = useReading('/v1/betaalspecificaties', { query: { page, pageSize: PAGE_SIZE } }, { keep: true });
  return (
    <Page title={texts.title}>
      <Loaded reading={reading}>
        {({ count, results }) => (
          <>
            <DataTable
              caption={texts.caption}
              columns={[
                { head: texts.batch, cell: ({ batchId }) => <Link to={`/mijn-betalingen/${batchId}`}>{batchId}</Link> },
                { head: texts.orderedOn, cell: ({ exportedOn }) => <Day on={exportedOn} /> },
                { head: texts.lines, numeric: true, cell: ({ lines }) => lines },
                { head: texts.total, numeric: true, cell: ({ totalCents }) => <Money cents={totalCents} /> },
              ]}
              rows={results}
              keyOf={({ batchId }) => batchId}
              empty={texts.empty}
            />
            <Pager
              page={page}
              pageSize={PAGE_SIZE}
              count={count}
              onPage={(next) => setAsked({ pagina: String(next) })}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}
