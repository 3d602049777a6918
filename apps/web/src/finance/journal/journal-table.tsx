import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { Day, Money } from '../../parts/values.js';
import { useFinanceTexts } from '../finance-texts.js';
import type { JournalLine } from './use-journal.js';

interface Props {
  readonly lines: readonly JournalLine[];
  readonly year: number;
}

/** The entries of a year, in the order of their days, and what they add up to. */
export function JournalTable({ lines, year }: Props) {
  const texts = useFinanceTexts();
  const kinds: Readonly<Record<string, string>> = texts.journalKinds;
  const total = lines.reduce((sum, { cents, vatCents }) => sum + cents + vatCents, 0);
  return (
    <>
      <DataTable
        caption={texts.journalOf(year)}
        empty={texts.noJournal(year)}
        rows={lines}
        keyOf={({ entryId }) => entryId}
        columns={[
          { head: texts.kindOfEntry, cell: ({ kind }) => kinds[kind] ?? kind },
          { head: texts.bookedOn, cell: ({ bookedOn }) => <Day on={bookedOn} /> },
          { head: texts.ledgerAccount, cell: ({ ledgerAccount }) => ledgerAccount },
          { head: texts.provider, cell: ({ providerId }) => providerId },
          {
            head: texts.claim,
            cell: ({ claimId }) => <Link to={`/declaraties/${claimId}`}>{claimId}</Link>,
          },
          { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
          { head: texts.vat, numeric: true, cell: ({ vatCents }) => <Money cents={vatCents} /> },
        ]}
      />
      {lines.length > 0 && (
        <p>
          {texts.total} <Money cents={total} />
        </p>
      )}
    </>
  );
}
