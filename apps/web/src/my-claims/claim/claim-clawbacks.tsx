import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { Day, Money } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useBilingual } from '../../shell/language/language.js';
import { useClaimTexts } from './claim-texts.js';

type Clawback = Schema<'Clawback'>;

/** Money asked back, and the provider's say in it; nothing where none was. */
export function ClaimClawbacks({ claimId }: { readonly claimId: string }) {
  const texts = useClaimTexts();
  const said = useBilingual();
  const { data } = useReading('/claims/{claimId}/terugvorderingen', { path: { claimId } });
  const clawbacks = data?.data.results ?? [];
  if (clawbacks.length === 0) return null;
  return (
    <section aria-labelledby="clawbacks">
      <h2 id="clawbacks">{texts.clawbacks}</h2>
      <DataTable
        caption={texts.clawbacks}
        captionHidden
        columns={[
          { head: texts.proposedOn, cell: ({ proposedOn }) => <Day on={proposedOn} /> },
          { head: texts.state, cell: ({ state }) => texts.clawbackStates[state] },
          { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
          {
            head: texts.outstanding,
            numeric: true,
            cell: ({ outstandingCents }) => <Money cents={outstandingCents} />,
          },
          { head: texts.reasons, cell: ({ reasons }) => reasons.map(({ text }) => said(text)).join(' ') },
          { head: texts.hearingUntilOn, cell: ({ hearingUntilOn }) => <Day on={hearingUntilOn} /> },
          { head: texts.answer, cell: (clawback) => <View claimId={claimId} clawback={clawback} /> },
        ]}
        rows={clawbacks}
        keyOf={({ clawbackId }) => clawbackId}
      />
    </section>
  );
}

function View({ claimId, clawback }: { readonly claimId: string; readonly clawback: Clawback }) {
  const texts = useClaimTexts();
  if (clawback.heard) return <>{texts.viewGiven}</>;
  if (clawback.state !== 'PROPOSED') return <>–</>;
  return <Link to={`/mijn-declaraties/${claimId}/zienswijze/${clawback.clawbackId}`}>{texts.giveView}</Link>;
}
