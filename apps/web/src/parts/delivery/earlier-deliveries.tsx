import { Link } from 'react-router';
import { useReading } from '../../shell/api/use-reading.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { DataTable, type Column } from '../data-table.js';
import { useFactsTexts, wordFor } from '../facts/facts-texts.js';
import { Paged, usePaging } from '../paged.js';
import { Instant } from '../values.js';
import { useDeliveryTexts } from './delivery-texts.js';
import type { Kept } from './kept-delivery.js';

interface Props {
  /** Beneath which each of them is opened. */
  readonly at: string;
}

/** What was delivered before, the last first, with what became of it; only a provider need not be told who delivered. */
export function EarlierDeliveries({ at }: Props) {
  const texts = useDeliveryTexts();
  const { systems } = useFactsTexts();
  const { roles } = useSignedIn();
  const paging = usePaging();
  const deliveries = useReading('/leveringen', { query: paging.query }, { keep: true });
  const byWhom: Column<Kept> = { head: texts.organisation, cell: ({ organisation }) => organisation };
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{texts.earlier}</h2>
      <p>{texts.earlierExplained}</p>
      <Paged reading={deliveries} paging={paging}>
        {(results) => (
          <DataTable
            caption={texts.earlier}
            captionHidden
            empty={texts.noEarlier}
            rows={results}
            keyOf={({ reportId }) => reportId}
            columns={[
              {
                head: texts.delivery,
                cell: ({ reportId, deliveryId }) => <Link to={`${at}/${reportId}`}>{deliveryId}</Link>,
              },
              { head: texts.deliveredAt, cell: ({ deliveredAt }) => <Instant at={deliveredAt} /> },
              ...(roles.includes('PROVIDER') ? [] : [byWhom]),
              { head: texts.system, cell: ({ system }) => wordFor(systems, system) },
              { head: texts.counts.recorded, numeric: true, cell: ({ recorded }) => recorded },
              { head: texts.counts.duplicates, numeric: true, cell: ({ duplicates }) => duplicates },
              { head: texts.counts.refused, numeric: true, cell: ({ refused }) => refused },
            ]}
          />
        )}
      </Paged>
    </section>
  );
}
