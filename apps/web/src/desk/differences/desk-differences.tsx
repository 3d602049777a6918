import { Link } from 'react-router';
import type { Cut } from '../../parts/cuts/cut.js';
import { useCutSaid } from '../../parts/cuts/cut-said.js';
import { DataTable } from '../../parts/data-table.js';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import { wordFor } from '../../parts/facts/facts-texts.js';
import { Loaded } from '../../parts/loading.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { dayText, moneyText } from '../../shell/language/format.js';
import { useBilingual } from '../../shell/language/language.js';
import { useDeskTexts } from '../desk-texts.js';
import { DeskFigures } from './desk-figures.js';

type Difference = Schema<'DeskDifferences'>['results'][number];

interface Props {
  readonly cut: Cut;
  readonly other: Cut;
}

/** In what the work list differs between two pasts: its figures, each claim, and the events behind it. */
export function DeskDifferences({ cut, other }: Props) {
  const texts = useDeskTexts();
  const said = useCutSaid();
  const differences = useReading('/werkvoorraad/verschillen', { query: queryOf(cut, other) });
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">{texts.differences}</h2>
      <p>
        {texts.firstCut}: {said(cut)}. {texts.secondCut}: {said(other)}.
      </p>
      <Loaded reading={differences}>
        {({ first, second, count, complete, results }) => (
          <>
            <DeskFigures first={first} second={second} />
            <p aria-live="polite">{texts.differenceCount(count)}</p>
            {!complete && <p>{texts.notAllNamed}</p>}
            <DifferenceTable rows={results} />
          </>
        )}
      </Loaded>
      <h2>{texts.listOfFirst}</h2>
    </section>
  );
}

function DifferenceTable({ rows }: { readonly rows: readonly Difference[] }) {
  const texts = useDeskTexts();
  const words = useEventWords();
  const bilingual = useBilingual();
  const side = (stand: Difference['before']): string =>
    stand === null
      ? texts.notThere
      : [bilingual(stand.stateText), ...(stand.cents === null ? [] : [moneyText(stand.cents)])].join(', ');
  return (
    <DataTable
      caption={texts.differingClaims}
      columns={[
        {
          head: texts.claim,
          cell: ({ claimId }) => <Link to={`/verantwoording/tijdreis/declaraties/${claimId}`}>{claimId}</Link>,
        },
        { head: texts.provider, cell: ({ providerId }) => providerId },
        { head: texts.change, cell: ({ change }) => wordFor(texts.changes, change) },
        { head: texts.firstCut, cell: ({ before }) => side(before) },
        { head: texts.secondCut, cell: ({ after }) => side(after) },
        {
          head: texts.behind,
          cell: ({ behind }) =>
            behind.length === 0 ? (
              texts.notOnTheFile
            ) : (
              <ul className="attention">
                {behind.map(({ eventId, type, recordedAt }) => (
                  <li key={eventId}>
                    <Link to={`/verantwoording/gebeurtenissen/${eventId}`}>{words.name(type)}</Link> (
                    {dayText(recordedAt)})
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
      rows={rows}
      keyOf={({ claimId }) => claimId}
      empty={texts.noDifference}
    />
  );
}

/** The question for the server; what was left empty is not asked. */
const queryOf = (cut: Cut, other: Cut) => ({
  ...(cut.asOf !== '' && { asOf: cut.asOf }),
  ...(cut.knownAsOf !== '' && { knownAsOf: cut.knownAsOf }),
  ...(other.asOf !== '' && { asOf2: other.asOf }),
  ...(other.knownAsOf !== '' && { knownAsOf2: other.knownAsOf }),
});
