import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Instant, Money } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useBilingual } from '../../shell/language/language.js';
import { useClaimsTexts } from '../claims-texts.js';
import { differenceOf } from './difference-of.js';

type Determination = Schema<'Determination'>;

/** How the decision changed from one time to the next: the latest first. */
export function Changes({ claimId }: { readonly claimId: string }) {
  const texts = useClaimsTexts();
  const determinations = useReading('/claims/{claimId}/vaststellingen', { path: { claimId } });
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{texts.changes}</h2>
      <Loaded reading={determinations}>
        {({ results }) => (
          <DataTable
            caption={texts.changes}
            captionHidden
            columns={[
              { head: texts.number, cell: ({ one }) => String(one.number ?? '–') },
              { head: texts.when, cell: ({ one }) => <Instant at={one.recordedAt} /> },
              { head: texts.outcome, cell: ({ one }) => texts.outcomeWords[one.outcome] },
              { head: texts.amount, numeric: true, cell: ({ one }) => <Money cents={one.cents} /> },
              { head: texts.changed, cell: ({ one, before }) => <Difference one={one} before={before} /> },
            ]}
            rows={results.map((one, index) => ({ one, before: results[index - 1] })).toReversed()}
            keyOf={({ one }) => one.determinationId}
            empty={texts.noDecisionYet}
          />
        )}
      </Loaded>
    </section>
  );
}

function Difference({ one, before }: { readonly one: Determination; readonly before: Determination | undefined }) {
  const texts = useClaimsTexts();
  const said = useBilingual();
  const { came, went } = differenceOf(before?.reasons ?? [], one.reasons);
  if (came.length + went.length === 0) return <>{before === undefined ? texts.first : texts.sameReasons}</>;
  return (
    <ul className="evidence">
      {came.map(({ code, text }) => (
        <li key={code}>+ {said(text)}</li>
      ))}
      {went.map(({ code, text }) => (
        <li key={code}>
          <del>− {said(text)}</del>
        </li>
      ))}
    </ul>
  );
}
