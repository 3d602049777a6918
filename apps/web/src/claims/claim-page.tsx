import { useParams } from 'react-router';
import { FactsTable } from '../parts/facts/facts-table.js';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Timeline } from '../parts/timeline/timeline.js';
import type { Schema } from '../shell/api/client.js';
import { useReading } from '../shell/api/use-reading.js';
import { ClaimSummary } from './claim-summary.js';
import { useClaimsTexts } from './claims-texts.js';
import { Decision } from './decision.js';
import { RulesTable } from './rules-table.js';

/** One claim: where it stands and why, what it rests on, and what can be done about it. */
export function ClaimPage() {
  const texts = useClaimsTexts();
  const { claimId = '' } = useParams();
  const claim = useReading('/v1/claims/{claimId}', { path: { claimId } }, { live: true });
  return (
    <Page title={texts.title(claimId)} above={[{ path: '/werkvoorraad', title: texts.desk }]}>
      <Loaded reading={claim}>
        {(data) => (
          <>
            <ClaimSummary claim={data} />
            <Decision claim={data} />
            <Grounds claim={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What the decision rests on: the client's course of events, every rule's answer, and all facts of the file. */
function Grounds({ claim: { claimId } }: { readonly claim: Schema<'Claim'> }) {
  const texts = useClaimsTexts();
  const dossierRef = claimId.split('.')[0] ?? '';
  const timeline = useReading('/v1/dossiers/{dossierRef}/tijdlijn', { path: { dossierRef } }, { live: true });
  const explanation = useReading('/v1/claims/{claimId}/uitleg', { path: { claimId } });
  return (
    <Loaded reading={timeline}>
      {({ events, asOf }) => (
        <>
          <section aria-labelledby="course">
            <h2 id="course">{texts.course}</h2>
            <Timeline events={events} asOf={asOf} />
          </section>
          <section aria-labelledby="rules">
            <h2 id="rules">{texts.rules}</h2>
            <Loaded reading={explanation}>{(data) => <RulesTable explanation={data} events={events} />}</Loaded>
          </section>
          <section aria-labelledby="facts">
            <h2 id="facts">{texts.facts}</h2>
            <FactsTable caption={texts.facts} captionHidden facts={events} />
          </section>
        </>
      )}
    </Loaded>
  );
}
