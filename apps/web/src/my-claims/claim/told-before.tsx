import { DataTable } from '../../parts/data-table.js';
import { Instant, Money } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useBilingual } from '../../shell/language/language.js';
import { useClaimTexts } from './claim-texts.js';

/** The assessments this provider was told of, the last first; nothing before the first letter. */
export function ToldBefore({ claimId }: { readonly claimId: string }) {
  const texts = useClaimTexts();
  const said = useBilingual();
  const { data } = useReading('/claims/{claimId}/vaststellingen', { path: { claimId } });
  const told = data?.data.results ?? [];
  if (told.length === 0) return null;
  return (
    <section aria-labelledby="told">
      <h2 id="told">{texts.toldBefore}</h2>
      <DataTable
        caption={texts.toldBefore}
        captionHidden
        columns={[
          { head: texts.toldOn, cell: ({ recordedAt }) => <Instant at={recordedAt} /> },
          { head: texts.outcome, cell: ({ outcome }) => texts.outcomes[outcome] },
          { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
          { head: texts.reasons, cell: ({ reasons }) => reasons.map(({ text }) => said(text)).join(' ') },
          { head: texts.definition, cell: ({ definition = '–' }) => definition },
        ]}
        rows={told.toReversed()}
        keyOf={({ determinationId }) => determinationId}
      />
    </section>
  );
}
