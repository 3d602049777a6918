import type { ListCut } from '../../parts/cuts/list-cut.js';
import { DataTable } from '../../parts/data-table.js';
import { RoleLink } from '../../shell/session/role-link.js';
import { Day, Money } from '../../parts/values.js';
import { useFinanceTexts } from '../finance-texts.js';
import type { JournalLine } from './use-journal.js';

interface Props extends Pick<ListCut, 'claimPath'> {
  readonly lines: readonly JournalLine[];
  readonly year: number;
}

/** The entries of a year, in the order of their days, and what they add up to. */
export function JournalTable({ lines, year, claimPath }: Props) {
  const texts = useFinanceTexts();
  const kinds: Readonly<Record<string, string>> = texts.journalKinds;
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
          { head: texts.ledgerAccount, cell: ({ ledgerAccount }) => ledgerAccount || '–' },
          { head: texts.provider, cell: ({ providerId }) => providerId },
          {
            head: texts.claim,
            cell: ({ claimId }) => <RoleLink to={claimPath(claimId)}>{claimId}</RoleLink>,
          },
          { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
          { head: texts.vat, numeric: true, cell: ({ vatCents }) => <Money cents={vatCents} /> },
        ]}
      />
      {lines.length > 0 && (
        <DataTable
          caption={texts.totals}
          rows={totalsOf(lines)}
          keyOf={({ kind }) => kind}
          columns={[
            { head: texts.kindOfEntry, cell: ({ kind }) => kinds[kind] ?? kind },
            { head: texts.entries, numeric: true, cell: ({ entries }) => entries },
            { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
            { head: texts.vat, numeric: true, cell: ({ vatCents }) => <Money cents={vatCents} /> },
          ]}
        />
      )}
    </>
  );
}

interface Total {
  readonly kind: string;
  readonly entries: number;
  readonly cents: number;
  readonly vatCents: number;
}

/** What each kind of entry adds up to: an order and its payment are never added to each other. */
function totalsOf(lines: readonly JournalLine[]): Total[] {
  const totals = new Map<string, Total>();
  for (const { kind, cents, vatCents } of lines) {
    const before = totals.get(kind) ?? { kind, entries: 0, cents: 0, vatCents: 0 };
    totals.set(kind, {
      kind,
      entries: before.entries + 1,
      cents: before.cents + cents,
      vatCents: before.vatCents + vatCents,
    });
  }
  return [...totals.values()];
}
