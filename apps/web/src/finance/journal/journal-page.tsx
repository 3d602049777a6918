import { useSearchParams } from 'react-router';
import { useListCut, type ListCut } from '../../parts/cuts/list-cut.js';
import { LookBack } from '../../parts/cuts/look-back.js';
import { Field } from '../../parts/form/field.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { SaveButton } from '../../parts/save-button.js';
import { withChanged } from '../../shell/asked.js';
import { send } from '../../shell/api/send.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useFinanceTexts } from '../finance-texts.js';
import { JournalTable } from './journal-table.js';
import { useJournal } from './use-journal.js';

const YEAR = /^(19[9]\d|2[01]\d\d)$/;

/** What finance books, a year at a time, and the same as a file. */
export function JournalPage() {
  const texts = useFinanceTexts();
  const [asked, setAsked] = useSearchParams();
  const { today } = useSignedIn();
  const typed = asked.get('jaar') ?? today.slice(0, 4);
  const year = YEAR.test(typed) ? Number(typed) : undefined;
  const cut = useListCut();
  return (
    <Page title={texts.journal}>
      <p>{texts.journalExplained}</p>
      <LookBack cuts={cut.cuts} isPast={cut.isPast} />
      <search className="filters">
        <Field pointer="/bookingYear" label={texts.year} hint={texts.yearHint}>
          {(input) => (
            <input
              {...input}
              type="text"
              inputMode="numeric"
              maxLength={4}
              value={typed}
              onChange={({ target }) => setAsked((before) => withYear(before, target.value), { replace: true })}
            />
          )}
        </Field>
      </search>
      {year === undefined ? <p>{texts.chooseYear}</p> : <Year year={year} cut={cut} />}
    </Page>
  );
}

/** A field that was emptied stays empty: only who asked for no year gets the running one. */
function withYear(before: URLSearchParams, typed: string): URLSearchParams {
  const next = withChanged(before, {});
  next.set('jaar', typed.replaceAll(/\D/g, ''));
  return next;
}

function Year({ year, cut: { dates, claimPath } }: { readonly year: number; readonly cut: ListCut }) {
  const texts = useFinanceTexts();
  const journal = useJournal(year, dates);
  const asCsv = async (): Promise<Blob> =>
    (await send({ path: '/v1/journaalposten', query: { bookingYear: year, ...dates }, accept: 'text/csv' })).blob();
  return (
    <Loaded reading={journal}>
      {({ results }) => (
        <>
          <JournalTable lines={results} year={year} claimPath={claimPath} />
          {results.length > 0 && (
            <SaveButton label={texts.saveCsv} name={`${nameOf(year, dates)}.csv`} content={asCsv} />
          )}
        </>
      )}
    </Loaded>
  );
}

/** A file of the past says so by its name. */
const nameOf = (year: number, { asOf, knownAsOf }: ListCut['dates']): string =>
  ['journaal', year, ...(asOf ? ['op', asOf] : []), ...(knownAsOf ? ['bekend', knownAsOf.slice(0, 10)] : [])].join('-');
