import { useState } from 'react';
import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { Paged } from '../../parts/paged.js';
import { Day } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useTimeTravelTexts } from '../time-travel/time-travel-texts.js';

const PAGE_SIZE = 20;

/** All clients of the municipality by the number of their file. */
export function FileList() {
  const texts = useTimeTravelTexts();
  const [page, onPage] = useState(1);
  const paging = { query: { page, pageSize: PAGE_SIZE }, onPage };
  const files = useReading('/dossiers', { query: paging.query }, { keep: true });
  return (
    <section aria-labelledby="files">
      <h2 id="files">{texts.files}</h2>
      <Paged reading={files} paging={paging}>
        {(results) => (
          <DataTable
            caption={texts.files}
            captionHidden
            columns={[
              {
                head: texts.dossier,
                cell: ({ dossierRef }) => <Link to={`dossiers/${dossierRef}`}>{dossierRef}</Link>,
              },
              { head: texts.registeredOn, cell: ({ registeredOn }) => <Day on={registeredOn} /> },
              { head: texts.eventCount, numeric: true, cell: ({ events }) => events },
            ]}
            rows={results}
            keyOf={({ dossierRef }) => dossierRef}
            empty={texts.noFiles}
          />
        )}
      </Paged>
    </section>
  );
}
