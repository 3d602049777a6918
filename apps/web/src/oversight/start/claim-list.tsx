import { useState } from 'react';
import { Link } from 'react-router';
import { ClaimState } from '../../parts/claim-state.js';
import { DataTable } from '../../parts/data-table.js';
import { Paged } from '../../parts/paged.js';
import { Day, Money } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useTimeTravelTexts } from '../time-travel/time-travel-texts.js';

const PAGE_SIZE = 20;

/** All claims of the municipality, each leading to its explanation at two dates. */
export function ClaimList() {
  const texts = useTimeTravelTexts();
  const [page, onPage] = useState(1);
  const paging = { query: { page, pageSize: PAGE_SIZE }, onPage };
  const claims = useReading('/claims', { query: paging.query }, { keep: true });
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{texts.claims}</h2>
      <Paged reading={claims} paging={paging}>
        {(results) => (
          <DataTable
            caption={texts.claims}
            captionHidden
            columns={[
              { head: texts.claim, cell: ({ claimId }) => <Link to={`declaraties/${claimId}`}>{claimId}</Link> },
              { head: texts.provider, cell: ({ providerId }) => providerId },
              { head: texts.state, cell: (row) => <ClaimState claim={row} /> },
              { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
              { head: texts.submittedOn, cell: ({ submittedOn }) => <Day on={submittedOn} /> },
            ]}
            rows={results}
            keyOf={({ claimId }) => claimId}
            empty={texts.noClaims}
          />
        )}
      </Paged>
    </section>
  );
}
