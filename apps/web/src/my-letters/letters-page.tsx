import { Link } from 'react-router';
import { DataTable } from '../parts/data-table.js';
import { useLetterTexts } from '../parts/letter/letter-texts.js';
import { Page } from '../parts/page.js';
import { Paged, usePaging } from '../parts/paged.js';
import { Day } from '../parts/values.js';
import { useReading } from '../shell/api/use-reading.js';
import { useMyLettersTexts } from './my-letters-texts.js';

/** All letters to the provider, and until when each can be answered. */
export function LettersPage() {
  const texts = useMyLettersTexts();
  const letter = useLetterTexts();
  const paging = usePaging('pagina');
  const reading = useReading('/bekendmakingen', { query: paging.query }, { live: true, keep: true });
  return (
    <Page title={texts.title}>
      <Paged reading={reading} paging={paging}>
        {(results) => (
          <DataTable
            caption={texts.caption}
            columns={[
              {
                head: letter.letter,
                cell: ({ claimId, eventId, kind }) => (
                  <Link to={`/mijn-declaraties/${claimId}/brieven/${eventId}`}>{letter.kinds[kind]}</Link>
                ),
              },
              {
                head: texts.claim,
                cell: ({ claimId, providerReference }) => (
                  <Link to={`/mijn-declaraties/${claimId}`}>{providerReference ?? claimId}</Link>
                ),
              },
              { head: letter.sentOn, cell: ({ notifiedOn }) => <Day on={notifiedOn} /> },
              { head: letter.respondUntilOn, cell: ({ termUntilOn }) => <Day on={termUntilOn} /> },
            ]}
            rows={results}
            keyOf={({ eventId }) => eventId}
            empty={texts.empty}
          />
        )}
      </Paged>
    </Page>
  );
}
