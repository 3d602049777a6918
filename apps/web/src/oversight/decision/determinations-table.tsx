import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Instant, Money } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useBilingual } from '../../shell/language/language.js';
import { useDecisionTexts } from './decision-texts.js';

/** All that was ever decided of a claim, in order; each can be computed again. */
export function DeterminationsTable({ claimId }: { readonly claimId: string }) {
  const texts = useDecisionTexts();
  const said = useBilingual();
  const reading = useReading('/claims/{claimId}/vaststellingen', { path: { claimId } });
  return (
    <section aria-labelledby="determinations">
      <h2 id="determinations">{texts.determinations}</h2>
      <Loaded reading={reading}>
        {({ results }) => (
          <DataTable
            caption={texts.determinations}
            captionHidden
            columns={[
              {
                head: texts.number,
                cell: ({ determinationId, number = 0 }) => (
                  <Link to={`/verantwoording/tijdreis/declaraties/${claimId}/beoordelingen/${determinationId}`}>
                    {texts.determination(number)}
                  </Link>
                ),
              },
              { head: texts.decidedOn, cell: ({ recordedAt }) => <Instant at={recordedAt} /> },
              { head: texts.outcome, cell: ({ outcome }) => texts.outcomes[outcome] },
              { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
              { head: texts.reasons, cell: ({ reasons }) => reasons.map(({ text }) => said(text)).join(' ') },
            ]}
            rows={results}
            keyOf={({ determinationId }) => determinationId}
            empty={texts.noDeterminations}
          />
        )}
      </Loaded>
    </section>
  );
}
