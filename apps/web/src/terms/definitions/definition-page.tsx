import { Link, useParams } from 'react-router';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useTermsTexts } from '../terms-texts.js';
import { ParametersTable } from './parameters-table.js';
import { VersionsTable } from './versions-table.js';

/** A definition set: its versions, and what the last one asks. */
export function DefinitionPage() {
  const texts = useTermsTexts();
  const { definitionId = '' } = useParams();
  const { roles } = useSignedIn();
  const definition = useReading('/normenkaders/{definitionId}/versies', { path: { definitionId } });
  return (
    <Page
      title={texts.definitionTitle(definitionId)}
      above={[{ path: '/voorwaarden/normenkaders', title: texts.definitions }]}
    >
      <Loaded reading={definition}>
        {({ events }) => (
          <>
            {roles.includes('CONTRACTS') && (
              <p>
                <Link className="button-link primary" to={`/voorwaarden/normenkaders/${definitionId}/nieuwe-versie`}>
                  {texts.newVersion}
                </Link>
              </p>
            )}
            <h2>{texts.versions}</h2>
            <VersionsTable events={events} />
            <h2>{texts.norms}</h2>
            <ParametersTable events={events} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
