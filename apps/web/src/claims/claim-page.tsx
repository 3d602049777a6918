import { useParams } from 'react-router';
import { EvidenceTable } from '../parts/evidence/evidence-table.js';
import { FactsTable, type RecordedFact } from '../parts/facts/facts-table.js';
import { isWhole } from '../parts/facts/whole-explanation.js';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Timeline } from '../parts/timeline/timeline.js';
import { useReading } from '../shell/api/use-reading.js';
import { ClaimActions } from './actions/claim-actions.js';
import { ClaimSummary } from './claim-summary.js';
import { useClaimsTexts } from './claims-texts.js';
import { Decision } from './decision.js';
import { isRefused } from './refusal.js';
import { RulesTable } from './rules-table.js';
import { Approvals } from './sections/approvals.js';
import { Changes } from './sections/changes.js';
import { NeededChanges } from './sections/needed-changes.js';
import { Notices } from './sections/notices.js';
import { Proceedings } from './sections/proceedings.js';

/** One claim: where it stands and why, what it rests on, and what can be done about it. */
export function ClaimPage() {
  const texts = useClaimsTexts();
  const { claimId = '' } = useParams();
  const dossierRef = claimId.split('.')[0] ?? '';
  const claim = useReading('/claims/{claimId}', { path: { claimId } }, { live: true });
  const timeline = useReading('/dossiers/{dossierRef}/tijdlijn', { path: { dossierRef } }, { live: true });
  return (
    <Page title={texts.title(claimId)} above={[{ path: '/werkvoorraad', title: texts.desk }]}>
      <Loaded reading={claim}>
        {(data, etag = '') => (
          <Loaded reading={timeline}>
            {({ events, asOf, claims }) => (
              <>
                <ClaimSummary claim={data} />
                <Decision claim={data} />
                <ClaimActions current={{ claim: data, etag }} events={events} contested={claims.length > 1} />
                <section aria-labelledby="course">
                  <h2 id="course">{texts.course}</h2>
                  <Timeline events={events} asOf={asOf} />
                </section>
                <EvidenceTable dossierRef={dossierRef} evidence={data.evidence} />
                <Rules claimId={claimId} events={events} />
                <NeededChanges claimId={claimId} isRefused={isRefused(data)} />
                <Proceedings claimId={claimId} />
                <Approvals claimId={claimId} />
                <Changes claimId={claimId} />
                <Notices claimId={claimId} />
                <section aria-labelledby="facts">
                  <h2 id="facts">{texts.facts}</h2>
                  <details>
                    <summary>{texts.showFacts(events.length)}</summary>
                    <FactsTable caption={texts.facts} captionHidden anchored facts={events} />
                  </details>
                </section>
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Rules({ claimId, events }: { readonly claimId: string; readonly events: readonly RecordedFact[] }) {
  const texts = useClaimsTexts();
  const explanation = useReading('/claims/{claimId}/uitleg', { path: { claimId } });
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{texts.rules}</h2>
      <Loaded reading={explanation}>
        {(data) => isWhole(data) && <RulesTable explanation={data} events={events} />}
      </Loaded>
    </section>
  );
}
