import { useSearchParams } from 'react-router';
import { Field } from '../../parts/form/field.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { SaveButton } from '../../parts/save-button.js';
import { send } from '../../shell/api/send.js';
import { useFinanceTexts } from '../finance-texts.js';
import { JournalTable } from './journal-table.js';
import { useJournal } from './use-journal.js';

const YEAR = /^(19[9]\d|2[01]\d\d)$/;

/** What finance books, a year at a time, and the same as a file. */
export function JournalPage() {
  const texts = useFinanceTexts();
  const [asked, setAsked] = useSearchParams();
  const typed = asked.get('jaar') ?? '';
  const year = YEAR.test(typed) ? Number(typed) : undefined;
  return (
    <Page title={texts.journal}>
      <p>{texts.journalExplained}</p>
      <search className="filters">
        <Field pointer="/bookingYear" label={texts.year} hint={texts.yearHint}>
          {(input) => (
            <input
              {...input}
              type="text"
              inputMode="numeric"
              maxLength={4}
              value={typed}
              onChange={({ target }) => setAsked({ jaar: target.value.replaceAll(/\D/g, '') }, { replace: true })}
            />
          )}
        </Field>
      </search>
      {year === undefined ? <p>{texts.chooseYear}</p> : <Year year={year} />}
    </Page>
  );
}

function Year({ year }: { readonly year: number }) {
  const texts = useFinanceTexts();
  const journal = useJournal(year);
  const asCsv = async (): Promise<Blob> =>
    (await send({ path: '/v1/journaalposten', query: { bookingYear: year }, accept: 'text/csv' })).blob();
  return (
    <Loaded reading={journal}>
      {({ results }) => (
        <>
          <JournalTable lines={results} year={year} />
          {results.length > 0 && <SaveButton label={texts.saveCsv} name={`journaal-${year}.csv`} content={asCsv} />}
        </>
      )}
    </Loaded>
  );
}
