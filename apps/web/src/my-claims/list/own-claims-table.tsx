import { Link } from 'react-router';
import { ClaimState } from '../../parts/claim-state.js';
import { DataTable, type Column } from '../../parts/data-table.js';
import { Day, Money } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useBilingual } from '../../shell/language/language.js';
import { useListTexts } from './list-texts.js';

type Row = Schema<'ClaimRow'>;

interface Props {
  readonly rows: readonly Row[];
  readonly empty: string;
}

/** One row a claim, called by the provider's own reference where it gave one. */
export function OwnClaimsTable({ rows, empty }: Props) {
  const texts = useListTexts();
  const columns: Column<Row>[] = [
    {
      head: texts.claim,
      cell: ({ claimId, providerReference }) => (
        <Link to={`/mijn-declaraties/${claimId}`}>{providerReference ?? claimId}</Link>
      ),
    },
    { head: texts.state, cell: (row) => <ClaimState claim={row} /> },
    { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
    { head: texts.paid, numeric: true, cell: ({ paidCents }) => <Money cents={paidCents || null} /> },
    { head: texts.submittedOn, cell: ({ submittedOn }) => <Day on={submittedOn} /> },
    { head: texts.expectedOn, cell: ({ untilOn }) => <Day on={untilOn} /> },
    { head: texts.respondUntilOn, cell: ({ respondUntilOn }) => <Day on={respondUntilOn} /> },
    { head: texts.why, cell: ({ reasons = [] }) => <Why reasons={reasons} /> },
  ];
  return (
    <DataTable
      caption={texts.caption}
      captionHidden
      columns={columns}
      rows={rows}
      keyOf={({ claimId }) => claimId}
      empty={empty}
    />
  );
}

/** The reasons as sentences, in the order of the rules. */
function Why({ reasons }: { readonly reasons: NonNullable<Row['reasons']> }) {
  const said = useBilingual();
  if (reasons.length === 0) return <span>–</span>;
  return (
    <ul className="attention">
      {reasons.map(({ code, text }) => (
        <li key={code}>{said(text)}</li>
      ))}
    </ul>
  );
}
