import { useParams } from 'react-router';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { DataTable } from '../data-table.js';
import { useFactsTexts, wordFor } from '../facts/facts-texts.js';
import { Loaded } from '../loading.js';
import { Page } from '../page.js';
import { Paged, usePaging } from '../paged.js';
import { Day, Instant } from '../values.js';
import { useDeliveryTexts } from './delivery-texts.js';
import { useRowFaults } from './row-faults.js';

export type Kept = Schema<'KeptDelivery'>;

interface Props {
  readonly above: readonly { readonly path: string; readonly title: string }[];
}

/** One delivery of before: what came, what became of it, and why rows were refused. */
export function KeptDelivery({ above }: Props) {
  const texts = useDeliveryTexts();
  const { reportId = '' } = useParams();
  const kept = useReading('/leveringen/{reportId}', { path: { reportId } });
  return (
    <Page title={texts.keptTitle(kept.data?.data.deliveryId ?? '')} above={above}>
      <Loaded reading={kept}>
        {(delivery) => (
          <>
            <KeptFacts delivery={delivery} />
            <RefusedRows reportId={reportId} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function KeptFacts({ delivery }: { readonly delivery: Kept }) {
  const texts = useDeliveryTexts();
  const { systems } = useFactsTexts();
  const { watermark } = delivery;
  return (
    <dl className="facts">
      <dt>{texts.deliveredAt}</dt>
      <dd>
        <Instant at={delivery.deliveredAt} />
      </dd>
      <dt>{texts.organisation}</dt>
      <dd>{delivery.organisation}</dd>
      <dt>{texts.system}</dt>
      <dd>{wordFor(systems, delivery.system)}</dd>
      <dt>{texts.counts.recorded}</dt>
      <dd>{delivery.recorded}</dd>
      <dt>{texts.counts.duplicates}</dt>
      <dd>{delivery.duplicates}</dd>
      <dt>{texts.counts.refused}</dt>
      <dd>{delivery.refused}</dd>
      {watermark !== 'NOT_ASKED' && (
        <>
          <dt>{texts.completeThrough}</dt>
          <dd>
            <Day on={delivery.completeThrough} /> ({texts.toldComplete[watermark]})
          </dd>
        </>
      )}
      <dt>{texts.sha256}</dt>
      <dd>
        <code>{delivery.sha256}</code>
      </dd>
    </dl>
  );
}

function RefusedRows({ reportId }: { readonly reportId: string }) {
  const texts = useDeliveryTexts();
  const whyOf = useRowFaults();
  const paging = usePaging();
  const query = { ...paging.query, status: 'REFUSED' } as const;
  const rows = useReading('/leveringen/{reportId}/regels', { path: { reportId }, query }, { keep: true });
  return (
    <section aria-labelledby="refused">
      <h2 id="refused">{texts.refusedRows}</h2>
      <Paged reading={rows} paging={paging}>
        {(results) => (
          <DataTable
            caption={texts.refusedRows}
            captionHidden
            empty={texts.noRefused}
            rows={results}
            keyOf={({ row }) => String(row)}
            columns={[
              { head: texts.row, cell: ({ row }) => row },
              { head: texts.why, cell: (row) => whyOf(row).map((why) => <p key={why}>{why}</p>) },
            ]}
          />
        )}
      </Paged>
    </section>
  );
}
