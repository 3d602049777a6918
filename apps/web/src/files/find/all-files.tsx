import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { Paged, usePaging } from '../../parts/paged.js';
import { Day } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useFilesTexts } from '../files-texts.js';

/** Every file of the municipality, a page at a time. */
export function AllFiles() {
  const texts = useFilesTexts();
  const paging = usePaging();
  const files = useReading('/dossiers', { query: paging.query }, { keep: true });
  return (
    <section aria-labelledby="all">
      <h2 id="all">{texts.all}</h2>
      <Paged reading={files} paging={paging}>
        {(results, count) => (
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
          </>
        )}
      </Paged>
    </section>
  );
}
