import { useParams } from 'react-router';
import { DecideButton } from '../parts/dialog/decide-button.js';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Reasons } from '../parts/reasons.js';
import { useReading } from '../shell/api/use-reading.js';
import { dayText } from '../shell/language/format.js';
import { DecideDialog } from './decide-dialog.js';
import { ObjectionFacts } from './objection-facts.js';
import { useObjectionsTexts } from './objections-texts.js';

/** One objection: against which letter, in time or not, by when it must be decided, and the decision. */
export function ObjectionPage() {
  const texts = useObjectionsTexts();
  const { objectionId = '' } = useParams();
  const objection = useReading('/bezwaren/{objectionId}', { path: { objectionId } }, { live: true });
  const filedOn = objection.data?.data.filedOn;
  const title = filedOn === undefined ? texts.objection : texts.objectionOf(dayText(filedOn));
  return (
    <Page title={title} above={[{ path: '/bezwaren', title: texts.title }]}>
      <Loaded reading={objection}>
        {(data, etag = '') => (
          <>
            <ObjectionFacts objection={data} />
            {data.state === 'OPEN' && (
              <DecideButton
                label={texts.decide}
                whoDecides={texts.whoDecides}
                barred={data.toDecide?.involved === true ? texts.involved : undefined}
                dialog={(onClose) => <DecideDialog objection={data} etag={etag} onClose={onClose} />}
              />
            )}
            {data.information.length > 0 && <Reasons reasons={data.information} caption={texts.information} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
