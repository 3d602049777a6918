import { DataTable } from '../../parts/data-table.js';
import { Day, Money } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useBilingual } from '../../shell/language/language.js';
import { useClaimTexts } from './claim-texts.js';

type Change = Schema<'NeededChanges'>['changes'][number];

/** What would still have to happen or be shown, by whom and how early; nothing where nothing is to be done. */
export function WhatWouldHelp({ claimId }: { readonly claimId: string }) {
  const texts = useClaimTexts();
  const said = useBilingual();
  const { data } = useReading('/claims/{claimId}/tegenfeiten', { path: { claimId } });
  const { changes = [], eligibleOn, cents } = data?.data ?? {};
  if (changes.length === 0) return null;
  const parties: Readonly<Record<string, string>> = texts.parties;
  const whoOf = ({ by }: Change): string => by.map((one) => parties[one] ?? one).join(', ');
  return (
    <section aria-labelledby="help">
      <h2 id="help">{texts.help}</h2>
      <p>{texts.helpExplained}</p>
      <DataTable
        caption={texts.help}
        captionHidden
        columns={[
          { head: texts.needed, cell: ({ text }) => said(text) },
          { head: texts.neededFrom, cell: whoOf },
          { head: texts.earliestOn, cell: ({ earliestOn }) => <Day on={earliestOn} /> },
        ]}
        rows={changes}
        keyOf={({ code, change }) => `${code} ${change}`}
      />
      {eligibleOn !== undefined && (
        <p>
          {texts.eligibleOn} <Day on={eligibleOn} />
          {cents !== undefined && (
            <>
              {' '}
              (<Money cents={cents} />)
            </>
          )}
          .
        </p>
      )}
    </section>
  );
}
