import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { useLetterTexts } from '../../parts/letter/letter-texts.js';
import { Loaded } from '../../parts/loading.js';
import { Day } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useClaimsTexts } from '../claims-texts.js';

/** What was made known of this claim, with its letters. */
export function Notices({ claimId }: { readonly claimId: string }) {
  const texts = useClaimsTexts();
  const { kinds } = useLetterTexts();
  const notices = useReading('/claims/{claimId}/bekendmakingen', { path: { claimId } });
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{texts.notices}</h2>
      <Loaded reading={notices}>
        {({ results }) => (
          <DataTable
            caption={texts.notices}
            captionHidden
            columns={[
              {
                head: texts.letter,
                cell: ({ letterId, kind }) => (
                  <Link to={`/declaraties/${claimId}/brieven/${letterId}`}>{kinds[kind]}</Link>
                ),
              },
              { head: texts.madeKnownOn, cell: ({ notifiedOn }) => <Day on={notifiedOn} /> },
              { head: texts.termUntil, cell: ({ termUntilOn }) => <Day on={termUntilOn} /> },
            ]}
            rows={results}
            keyOf={({ eventId }) => eventId}
            empty={texts.noNotices}
          />
        )}
      </Loaded>
    </section>
  );
}
