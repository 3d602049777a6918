import { DataTable } from '../../parts/data-table.js';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import { Loaded } from '../../parts/loading.js';
import { RoleLink } from '../../shell/session/role-link.js';
import { Day, Money } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useFinanceTexts } from '../finance-texts.js';
import { ResolveMismatch } from './resolve-mismatch.js';

/** Bookings of the bank that fit no order: until somebody says what each was, its claim is not paid again. */
export function Mismatches() {
  const texts = useFinanceTexts();
  const words = useEventWords();
  const mismatches = useReading('/betaalafwijkingen', {}, { live: true });
  return (
    <section aria-labelledby="mismatches">
      <h2 id="mismatches">{texts.mismatches}</h2>
      <p>{texts.mismatchesExplained}</p>
      <Loaded reading={mismatches}>
        {({ results }) => (
          <DataTable
            caption={texts.mismatches}
            captionHidden
            empty={texts.noMismatches}
            rows={results}
            keyOf={({ eventId }) => eventId}
            columns={[
              {
                head: texts.claim,
                cell: ({ claimId }) => <RoleLink to={`/declaraties/${claimId}`}>{claimId}</RoleLink>,
              },
              { head: texts.provider, cell: ({ providerId }) => providerId },
              { head: texts.why, cell: ({ reason }) => words.code(reason) },
              { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
              { head: texts.reportedOn, cell: ({ reportedOn }) => <Day on={reportedOn} /> },
              { head: texts.endToEndId, cell: ({ endToEndId }) => <code>{endToEndId}</code> },
              { head: texts.action, cell: (mismatch) => <ResolveMismatch mismatch={mismatch} /> },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}
