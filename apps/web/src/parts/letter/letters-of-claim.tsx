import { Link } from 'react-router';
import { DataTable } from '../data-table.js';
import { Loaded } from '../loading.js';
import { Day } from '../values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useLetterTexts } from './letter-texts.js';

/** Kinds of letters that an objection can be made against. */
const DECISIONS: ReadonlySet<string> = new Set(['REJECTED', 'REDUCED', 'EXPIRED', 'CLAWBACK_DECIDED']);

interface Props {
  readonly claimId: string;
  /** Path of the page of the claim: letters and objections stand below it. */
  readonly base: string;
}

/** Every letter about the claim, to read and to answer. */
export function LettersOfClaim({ claimId, base }: Props) {
  const texts = useLetterTexts();
  const letters = useReading('/claims/{claimId}/bekendmakingen', { path: { claimId } });
  const objections = useReading('/claims/{claimId}/bezwaren', { path: { claimId } });
  const objectedTo = new Set(objections.data?.data.results.map(({ subjectEventId }) => subjectEventId));
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{texts.letters}</h2>
      <Loaded reading={letters}>
        {({ results }) => (
          <DataTable
            caption={texts.letters}
            captionHidden
            columns={[
              {
                head: texts.letter,
                cell: ({ kind, eventId }) => <Link to={`${base}/brieven/${eventId}`}>{texts.kinds[kind]}</Link>,
              },
              { head: texts.sentOn, cell: ({ notifiedOn }) => <Day on={notifiedOn} /> },
              { head: texts.respondUntilOn, cell: ({ termUntilOn }) => <Day on={termUntilOn} /> },
              {
                head: texts.answer,
                cell: ({ kind, subjectEventId }) =>
                  DECISIONS.has(kind) && !objectedTo.has(subjectEventId) ? (
                    <Link to={`${base}/bezwaar/${subjectEventId}`}>{texts.object}</Link>
                  ) : (
                    '–'
                  ),
              },
            ]}
            rows={results.toReversed()}
            keyOf={({ eventId }) => eventId}
            empty={texts.none}
          />
        )}
      </Loaded>
    </section>
  );
}
