import { useSearchParams } from 'react-router';
import { Field } from '../../parts/form/field.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Pager } from '../../parts/pager.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useFilesTexts } from '../files-texts.js';
import { SilentTrajects } from './silent-trajects.js';

const PAGE_SIZE = 25;
const USUAL = 42;
const CHOICES = [14, 28, USUAL, 90, 180];

/** Running trajects of which nothing was heard for long: a list to work off. */
export function SilencePage() {
  const texts = useFilesTexts();
  const [asked, setAsked] = useSearchParams();
  const days = CHOICES.find((choice) => String(choice) === asked.get('dagen')) ?? USUAL;
  const page = Math.max(1, Number(asked.get('page')) || 1);
  const query = { days, page, pageSize: PAGE_SIZE };
  const silent = useReading('/v1/werkvoorraad/stille-trajecten', { query }, { live: true, keep: true });
  return (
    <Page title={texts.silence} above={[{ path: '/dossiers', title: texts.title }]}>
      <p>{texts.silenceExplained(days)}</p>
      <search className="filters">
        <Field pointer="/days" label={texts.silentFilter}>
          {(input) => (
            <select {...input} value={days} onChange={({ target }) => setAsked({ dagen: target.value })}>
              {CHOICES.map((choice) => (
                <option key={choice} value={choice}>
                  {texts.days(choice)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </search>
      <Loaded reading={silent}>
        {({ count, results }) => (
          <>
            <p aria-live="polite">{texts.silentCount(count)}</p>
            <SilentTrajects rows={results} />
            <Pager
              page={page}
              pageSize={PAGE_SIZE}
              count={count}
              onPage={(to) => setAsked({ dagen: String(days), page: String(to) })}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}
