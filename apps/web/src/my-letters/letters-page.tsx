import { Link, useSearchParams } from 'react-router';
import { DataTable } from '../parts/data-table.js';
import { useLetterTexts } from '../parts/letter/letter-texts.js';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Pager } from '../parts/pager.js';
import { Day } from '../parts/values.js';
import { useReading } from '../shell/api/use-reading.js';
import { useMyLettersTexts } from './my-letters-texts.js';

const PAGE_SIZE = 25;

/** All letters to the provider, and until when each can be answered. */
export function LettersPage() {
  const texts = useMyLettersTexts();
  const letter = useLetterTexts();
  const [asked, setAsked] = useSearchParams();
  const page = Math.max(1, Number(asked.get('pagina')) || 1);
  const reading = useReading(
    '/v1/bekendmakingen',
    { query: { page, pageSize: PAGE_SIZE } },
    { live: true, keep: true },
  );
  return (
    <Page title={texts.title}>
      <Loaded reading={reading}>
        {({ count, results }) => (
          <>
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
            <Pager
              page={page}
              pageSize={PAGE_SIZE}
              count={count}
              onPage={(next) => setAsked({ pagina: String(next) })}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}
