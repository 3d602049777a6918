import { Link, useSearchParams } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Pager } from '../../parts/pager.js';
import { Day } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useFilesTexts } from '../files-texts.js';

const PAGE_SIZE = 25;

/** Every file of the municipality, a page at a time. */
export function AllFiles() {
  const texts = useFilesTexts();
  const [asked, setAsked] = useSearchParams();
  const page = Math.max(1, Number(asked.get('page')) || 1);
  const files = useReading('/v1/dossiers', { query: { page, pageSize: PAGE_SIZE } }, { keep: true });
  return (
    <section aria-labelledby="all">
      <h2 id="all">{texts.all}</h2>
      <Loaded reading={files}>
        {({ count, results }) => (
          <>
            <p aria-live="polite">{texts.count(count)}</p>
            <DataTable
              caption={texts.all}
              captionHidden
              empty={texts.noFiles}
              rows={results}
              keyOf={({ dossierRef }) => dossierRef}
              columns={[
                {
                  head: texts.dossier,
                  cell: ({ dossierRef }) => <Link to={`/dossiers/${dossierRef}`}>{dossierRef}</Link>,
                },
                { head: texts.registeredOn, cell: ({ registeredOn }) => <Day on={registeredOn} /> },
                { head: texts.events, numeric: true, cell: ({ events }) => events },
              ]}
            />
            <Pager page={page} pageSize={PAGE_SIZE} count={count} onPage={(to) => setAsked({ page: String(to) })} />
          </>
        )}
      </Loaded>
    </section>
  );
}
