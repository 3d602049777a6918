import { useSearchParams } from 'react-router';
import { useListCut } from '../../parts/cuts/list-cut.js';
import { LookBack } from '../../parts/cuts/look-back.js';
import { ChoiceField } from '../../parts/form/choice-field.js';
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
  const silent = useReading('/werkvoorraad/stille-trajecten', { query }, { live: !isPast, keep: true });
  return (
    <Page title={texts.silence} above={[{ path: '/dossiers', title: texts.title }]}>
      <p>{texts.silenceExplained(days)}</p>
      <LookBack cuts={cuts} isPast={isPast} />
      <search className="filters">
        <ChoiceField
          pointer="/days"
          label={texts.silentFilter}
          options={CHOICES.map((choice) => [String(choice), texts.days(choice)])}
          value={String(days)}
          onChange={(dagen) => setAsked((before) => withChanged(before, { dagen }))}
        />
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
