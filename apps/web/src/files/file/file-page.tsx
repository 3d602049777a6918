import { Link, useParams } from 'react-router';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useFilesTexts } from '../files-texts.js';
import { ClaimsTable } from './claims-table.js';
import { FactsTable } from './facts-table.js';
import { Identity } from './identity.js';

/** One client: the claims about them and every fact, with both dates. */
export function FilePage() {
  const texts = useFilesTexts();
  const { dossierRef = '' } = useParams();
  const { roles } = useSignedIn();
  const timeline = useReading('/dossiers/{dossierRef}/tijdlijn', { path: { dossierRef } }, { live: true });
  const knowsPersons = roles.includes('CASEMGR') || roles.includes('BENEFITS');
  return (
    <Page title={texts.fileTitle(dossierRef)} above={[{ path: '/dossiers', title: texts.title }]}>
      <Loaded reading={timeline}>
        {({ claims, events }) => (
          <>
            {(knowsPersons || roles.includes('OFFICER')) && (
              <p>
                <Link className="button-link primary" to={`/dossiers/${dossierRef}/vastleggen`}>
                  {texts.recordFact}
                </Link>
              </p>
            )}
            <ClaimsTable claims={claims} />
            <FactsTable dossierRef={dossierRef} events={events} />
            {knowsPersons && <Identity dossierRef={dossierRef} />}
            {knowsPersons && (
              <p>
                <Link to={`/dossiers/${dossierRef}/inlogcode`}>{texts.letterCode}</Link>
              </p>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
