import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Reasons } from '../parts/reasons.js';
import { Status } from '../parts/status.js';
import { Day } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useReading } from '../shell/api/use-reading.js';
import { useSignedIn } from '../shell/session/session.js';
import { DecideDialog } from './decide-dialog.js';
import { useObjectionsTexts } from './objections-texts.js';

/** One objection: against what, in time or not, by when it must be decided, and the decision. */
export function ObjectionPage() {
  const texts = useObjectionsTexts();
  const { objectionId = '' } = useParams();
  const objection = useReading('/v1/bezwaren/{objectionId}', { path: { objectionId } }, { live: true });
  return (
    <Page title={texts.objectionTitle(objectionId)} above={[{ path: '/bezwaren', title: texts.title }]}>
      <Loaded reading={objection}>
        {(data, etag = '') => (
          <>
            <ObjectionFacts objection={data} />
            <Decide objection={data} etag={etag} />
            {data.information.length > 0 && <Reasons reasons={data.information} caption={texts.information} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function ObjectionFacts({ objection }: { readonly objection: Schema<'Objection'> }) {
  const texts = useObjectionsTexts();
  const { state, claimId, parties, filedOn, late, decideByOn, postponedUntilOn, decidedOn, setAside } = objection;
  return (
    <dl className="facts">
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
          <dd>{setAside.join(', ')}</dd>
        </>
      )}
    </dl>
  );
}

interface DecideProps {
  readonly objection: Schema<'Objection'>;
  readonly etag: string;
}

function Decide({ objection, etag }: DecideProps) {
  const texts = useObjectionsTexts();
  const { roles } = useSignedIn();
  const [open, setOpen] = useState(false);
  if (objection.state !== 'OPEN') return null;
  if (!roles.includes('APPROVER2')) return <p className="hint">{texts.whoDecides}</p>;
  return (
    <div className="buttons">
      <button type="button" className="primary" onClick={() => setOpen(true)}>
        {texts.decide}
      </button>
      {open && <DecideDialog objection={objection} etag={etag} onClose={() => setOpen(false)} />}
    </div>
  );
}
