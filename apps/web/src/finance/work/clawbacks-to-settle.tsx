import { Link } from 'react-router';
import { SettleClawback } from '../../parts/clawback/settle-clawback.js';
import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Day, Money } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useFinanceTexts } from '../finance-texts.js';

const PAGE_SIZE = 100;

/** Decided clawbacks of which money is still to come back. */
export function ClawbacksToSettle() {
  const texts = useFinanceTexts();
  const clawbacks = useReading('/terugvorderingen', { query: { state: 'DECIDED', pageSize: PAGE_SIZE } });
  return (
    <section aria-labelledby="clawbacks">
      <h2 id="clawbacks">{texts.clawbacks}</h2>
      <p>{texts.clawbacksExplained}</p>
      <Loaded reading={clawbacks}>
        {({ results }) => (
          <DataTable
            caption={texts.clawbacks}
            captionHidden
            empty={texts.noClawbacks}
            rows={results}
            keyOf={({ clawbackId }) => clawbackId}
            columns={[
              {
                head: texts.claim,
                cell: ({ claimId, clawbackId }) => <Link to={`/terugvorderingen/${clawbackId}`}>{claimId}</Link>,
              },
              { head: texts.provider, cell: ({ providerId }) => providerId },
              { head: texts.decidedOn, cell: ({ decidedOn }) => <Day on={decidedOn} /> },
              { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
              {
                head: texts.outstanding,
                numeric: true,
                cell: ({ outstandingCents }) => <Money cents={outstandingCents} />,
              },
              { head: texts.action, cell: ({ clawbackId }) => <SettleClawback clawbackId={clawbackId} /> },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}
