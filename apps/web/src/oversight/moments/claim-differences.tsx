import { Link } from 'react-router';
import { DataTable, type Column } from '../../parts/data-table.js';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import { Loaded } from '../../parts/loading.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { moneyText } from '../../shell/language/format.js';
import { SaveList } from '../save-list.js';
import { useMomentsTexts } from './moments-texts.js';

type Difference = Schema<'Differences'>['results'][number];

interface Props {
  readonly from: string;
  readonly until: string;
}

/** Each claim decided otherwise between two days, and the events recorded in between. */
export function ClaimDifferences({ from, until }: Props) {
  const texts = useMomentsTexts();
  const words = useEventWords();
  const reading = useReading('/verschillen', { query: { knownAsOf: from, until } });
  const said = (side: Difference['before']): string =>
    side === null ? texts.notYet : `${words.code(side.outcome)}, ${moneyText(side.cents)}`;
  const search = new URLSearchParams({
    asOf: from,
    knownAsOf: from,
    vergelijk: 'ja',
    asOf2: until,
    knownAsOf2: until,
  }).toString();
  const columns: Column<Difference>[] = [
    {
      head: texts.claim,
      cell: ({ claimId }) => <Link to={`/verantwoording/tijdreis/declaraties/${claimId}?${search}`}>{claimId}</Link>,
    },
    { head: texts.provider, cell: ({ providerId }) => providerId },
    { head: texts.outcomeFirst, cell: ({ before }) => said(before) },
    { head: texts.outcomeSecond, cell: ({ after }) => said(after) },
    {
      head: texts.behind,
      cell: ({ behind }) => (
        <ul className="evidence">
          {behind.map(({ eventId, type }) => (
            <li key={eventId}>
              <Link to={`/verantwoording/gebeurtenissen/${eventId}`}>{words.name(type)}</Link>
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <Loaded reading={reading}>
      {({ results, complete }) => (
        <>
          <DataTable
            caption={texts.differences}
            columns={columns}
            rows={results}
            keyOf={({ claimId }) => claimId}
            empty={texts.none}
          />
          {!complete && <p>{texts.incomplete}</p>}
          <SaveList
            name={texts.file}
            head={columns.map(({ head }) => head)}
            rows={results.map(({ claimId, providerId, before, after, behind }) => [
              claimId,
              providerId,
              said(before),
              said(after),
              behind.map(({ type }) => words.name(type)).join(', '),
            ])}
          />
        </>
      )}
    </Loaded>
  );
}
