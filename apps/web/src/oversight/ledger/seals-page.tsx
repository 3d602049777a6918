import { useState } from 'react';
import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Paged } from '../../parts/paged.js';
import { Instant } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { CompareSeals } from './compare-seals.js';
import { KeptSeal } from './kept-seal.js';
import { useLedgerTexts } from './ledger-texts.js';

const PAGE_SIZE = 20;
const EXPORT = 'npm run audit -- export --out controlemap';

/** Seals and keys: what makes that nobody can rewrite the ledger unseen, and the means to see it. */
export function SealsPage() {
  const texts = useLedgerTexts();
  const [page, onPage] = useState(1);
  const paging = { query: { page, pageSize: PAGE_SIZE }, onPage };
  const seals = useReading('/zegels', { query: paging.query }, { keep: true });
  const keys = useReading('/zegelsleutels', {});
  return (
    <Page title={texts.seals} above={[{ path: '/verantwoording/grootboek', title: texts.title }]}>
      <p>{texts.sealsIntro}</p>
      <Loaded reading={keys}>
        {({ results: published }) => (
          <Paged reading={seals} paging={paging}>
            {(results) => (
              <>
                <KeptSeal newest={page === 1 ? results[0] : undefined} keys={published} />
                <CompareSeals seals={results} keys={published} />
                <DataTable
                  caption={texts.sealList}
                  columns={[
                    { head: texts.count, cell: ({ size }) => size },
                    { head: texts.sealedAt, cell: ({ recordedAt }) => <Instant at={recordedAt} /> },
                    { head: texts.root, cell: ({ rootHash }) => <span className="hash">{rootHash}</span> },
                  ]}
                  rows={results}
                  keyOf={({ size }) => String(size)}
                  empty={texts.noSeals}
                />
              </>
            )}
          </Paged>
        )}
      </Loaded>
      <section aria-labelledby="keys">
        <h2 id="keys">{texts.keys}</h2>
        <p>{texts.keysIntro}</p>
        <Loaded reading={keys}>
          {({ results }) => (
            <ol>
              {results.map((key) => (
                <li key={key} className="hash">
                  {key}
                </li>
              ))}
            </ol>
          )}
        </Loaded>
      </section>
      <section aria-labelledby="export">
        <h2 id="export">{texts.export}</h2>
        <p>{texts.exportIntro}</p>
        <p>
          <code>{EXPORT}</code>
        </p>
      </section>
    </Page>
  );
}
