import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { Paged, usePaging } from '../../parts/paged.js';
import { useReading } from '../../shell/api/use-reading.js';
import { instantText } from '../../shell/language/format.js';
import { useFinanceTexts } from '../finance-texts.js';

/** Messages of the bank so far, with how many lines of each did what. */
export function BankMessages() {
  const texts = useFinanceTexts();
  const paging = usePaging();
  const messages = useReading('/bankberichten', { query: paging.query }, { keep: true });
  const statuses: Readonly<Record<string, string>> = texts.lineStatuses;
  const counted = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([status, count]) => `${count} ${statuses[status] ?? status}`)
      .join(', ');
  return (
    <section aria-labelledby="processed">
      <h2 id="processed">{texts.processed}</h2>
      <Paged reading={messages} paging={paging}>
        {(results) => (
          <DataTable
            caption={texts.processed}
            captionHidden
            empty={texts.noBankMessages}
            rows={results}
            keyOf={({ sha256 }) => sha256}
            columns={[
              {
                head: texts.message,
                cell: ({ messageId, sha256 }) => <Link to={`/financien/bankberichten/${sha256}`}>{messageId}</Link>,
              },
              { head: texts.kind, cell: ({ kind }) => texts.kinds[kind] },
              {
                head: texts.toldAt,
                cell: ({ toldAt }) => <time dateTime={toldAt}>{instantText(toldAt)}</time>,
              },
              { head: texts.lines, cell: ({ counts }) => counted(counts) },
            ]}
          />
        )}
      </Paged>
    </section>
  );
}
