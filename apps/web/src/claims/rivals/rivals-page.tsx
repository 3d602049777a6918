import { useParams } from 'react-router';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Timeline } from '../../parts/timeline/timeline.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useClaimsTexts } from '../claims-texts.js';
import { Attribution } from './attribution.js';
import { RivalsTable } from './rivals-table.js';

/** All claims on one client side by side: what each provider did, what the parties say, and who earned which part. */
export function RivalsPage() {
  const texts = useClaimsTexts();
  const { dossierRef = '' } = useParams();
  const { roles } = useSignedIn();
  const timeline = useReading('/dossiers/{dossierRef}/tijdlijn', { path: { dossierRef } }, { live: true });
  const attributions = useReading('/dossiers/{dossierRef}/toerekeningen', { path: { dossierRef } }, { live: true });
  return (
    <Page title={texts.rivals} above={[{ path: '/werkvoorraad', title: texts.desk }]}>
      <Loaded reading={timeline}>
        {({ events, asOf, claims }) => (
          <>
            <RivalsTable events={events} claimIds={claims.map(({ claimId }) => claimId)} />
            <section aria-labelledby="course">
              <h2 id="course">{texts.course}</h2>
              <Timeline events={events} asOf={asOf} />
            </section>
            <section aria-labelledby="attribution">
              <h2 id="attribution">{texts.attribution}</h2>
              <Loaded reading={attributions}>
                {({ results }) =>
                  results.map((one) => (
                    <Attribution
                      key={one.jobId}
                      {...{ dossierRef, events }}
                      states={new Map(claims.map(({ claimId, state }) => [claimId, state]))}
                      attribution={one}
                      canDecide={roles.includes('OFFICER')}
                    />
                  ))
                }
              </Loaded>
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
