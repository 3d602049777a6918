import { useState } from 'react';
import { Link } from 'react-router';
import { ClaimState } from '../../parts/claim-state.js';
import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Pager } from '../../parts/pager.js';
import { Day, Money } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useTimeTravelTexts } from '../time-travel/time-travel-texts.js';

const PAGE_SIZE = 20;

/** All claims of the municipality, each leading to its explanation at two dates. */
export function ClaimList() {
  const texts = useTimeTravelTexts();
  const [page, setPage] = useState(1);
  const claims = useReading('/v1/claims', { query: { page, pageSize: PAGE_SIZE } }, { keep: true });
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{texts.claims}</h2>
      <Loaded reading={claims}>
        {({ count, results }) => (
          <>
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
            <Pager page={page} pageSize={PAGE_SIZE} count={count} onPage={setPage} />
          </>
        )}
      </Loaded>
    </section>
  );
}
