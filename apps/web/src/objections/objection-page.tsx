import { Link, useParams } from 'react-router';
import { DecideButton } from '../parts/dialog/decide-button.js';
import { useEventWords } from '../parts/facts/words/event-words.js';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Reasons } from '../parts/reasons.js';
import { Status } from '../parts/status.js';
import { Day } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useReading } from '../shell/api/use-reading.js';
import { dayText } from '../shell/language/format.js';
import { DecideDialog } from './decide-dialog.js';
import { useObjectionsTexts } from './objections-texts.js';

/** One objection: against what, in time or not, by when it must be decided, and the decision. */
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

function ObjectionFacts({ objection }: { readonly objection: Schema<'Objection'> }) {
  const texts = useObjectionsTexts();
  const words = useEventWords();
  const { objectionId, state, claimId, parties, filedOn, late, decideByOn, postponedUntilOn, decidedOn, setAside } =
    objection;
  return (
    <dl className="facts">
      <dt>{texts.number}</dt>
      <dd>{objectionId}</dd>
      <dt>{texts.state}</dt>
      <dd>
        <Status tone={state === 'OPEN' ? 'attention' : 'neutral'}>{texts.states[state]}</Status>
      </dd>
      <dt>{texts.claim}</dt>
      <dd>
        <Link to={`/declaraties/${claimId}`}>{claimId}</Link>
      </dd>
      <dt>{texts.by}</dt>
      <dd>{parties.map((party) => texts.parties[party]).join(', ')}</dd>
      <dt>{texts.filedOn}</dt>
      <dd>
        <Day on={filedOn} /> ({late ? texts.late : texts.inTime})
      </dd>
      <dt>{texts.decideBy}</dt>
      <dd>
        <Day on={decideByOn} /> ({texts.postponed} <Day on={postponedUntilOn} />)
      </dd>
      {decidedOn !== undefined && (
        <>
          <dt>{texts.decidedOn}</dt>
          <dd>
            <Day on={decidedOn} />
          </dd>
        </>
      )}
      {setAside !== undefined && setAside.length > 0 && (
        <>
          <dt>{texts.setAside}</dt>
          <dd>{setAside.map(words.code).join(', ')}</dd>
        </>
      )}
    </dl>
  );
}
