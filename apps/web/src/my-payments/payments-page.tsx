import { Link } from 'react-router';
import { DataTable } from '../parts/data-table.js';
import { Page } from '../parts/page.js';
import { Paged, usePaging } from '../parts/paged.js';
import { Day, Money } from '../parts/values.js';
import { useReading } from '../shell/api/use-reading.js';
import { useMyPaymentsTexts } from './my-payments-texts.js';

/** In which batches the provider was paid, and how much together. */
export function PaymentsPage() {
  const texts = useMyPaymentsTexts();
  const paging = usePaging('pagina');
  const reading = useReading('/betaalspecificaties', { query: paging.query }, { keep: true });
  return (
    <Page title={texts.title}>
      <Paged reading={reading} paging={paging}>
        {(results) => (
          <DataTable
            caption={texts.caption}
            columns={[
              { head: texts.batch, cell: ({ batchId }) => <Link to={`/mijn-betalingen/${batchId}`}>{batchId}</Link> },
              { head: texts.orderedOn, cell: ({ exportedOn }) => <Day on={exportedOn} /> },
              { head: texts.lines, numeric: true, cell: ({ lines }) => lines },
              { head: texts.total, numeric: true, cell: ({ totalCents }) => <Money cents={totalCents} /> },
              { head: texts.paid, numeric: true, cell: ({ paidCents }) => <Money cents={paidCents} /> },
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
