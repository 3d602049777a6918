import { useSearchParams } from 'react-router';
import { useListCut } from '../../parts/cuts/list-cut.js';
import { LookBack } from '../../parts/cuts/look-back.js';
import { Field } from '../../parts/form/field.js';
import { Page } from '../../parts/page.js';
import { Paged, usePaging } from '../../parts/paged.js';
import { withChanged } from '../../shell/asked.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useFilesTexts } from '../files-texts.js';
import { SilentTrajects } from './silent-trajects.js';

const USUAL = 42;
const CHOICES = [14, 28, USUAL, 90, 180];

/** Running trajects of which nothing was heard for long: a list to work off. */
export function SilencePage() {
  const texts = useFilesTexts();
  const [asked, setAsked] = useSearchParams();
  const days = CHOICES.find((choice) => String(choice) === asked.get('dagen')) ?? USUAL;
  const paging = usePaging();
  const { cuts, dates, isPast } = useListCut();
  const query = { days, ...paging.query, ...dates };
  const silent = useReading('/v1/werkvoorraad/stille-trajecten', { query }, { live: !isPast, keep: true });
  return (
    <Page title={texts.silence} above={[{ path: '/dossiers', title: texts.title }]}>
      <p>{texts.silenceExplained(days)}</p>
      <LookBack cuts={cuts} isPast={isPast} />
      <search className="filters">
        <Field pointer="/days" label={texts.silentFilter}>
          {(input) => (
            <select
              {...input}
              value={days}
              onChange={({ target }) => setAsked((before) => withChanged(before, { dagen: target.value }))}
            >
              {CHOICES.map((choice) => (
                <option key={choice} value={choice}>
                  {texts.days(choice)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </search>
      <Paged reading={silent} paging={paging}>
        {(results, count) => (
          <>
            <p aria-live="polite">{texts.silentCount(count)}</p>
            <SilentTrajects rows={results} />
          </>
        )}
      </Paged>
    </Page>
  );
}
