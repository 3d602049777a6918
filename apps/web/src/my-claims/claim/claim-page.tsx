import { useParams } from 'react-router';
import { ClaimState } from '../../parts/claim-state.js';
import { EvidenceTable } from '../../parts/evidence/evidence-table.js';
import { LettersOfClaim } from '../../parts/letter/letters-of-claim.js';
import { Loaded } from '../../parts/loading.js';
import { OwnObjections } from '../../parts/objection/own-objections.js';
import { Page } from '../../parts/page.js';
import { Reasons } from '../../parts/reasons.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { ClaimActions } from './claim-actions.js';
import { ClaimClawbacks } from './claim-clawbacks.js';
import { ClaimFacts } from './claim-facts.js';
import { ClaimProof } from './claim-proof.js';
import { useClaimTexts } from './claim-texts.js';
import { ToldBefore } from './told-before.js';
import { WhatWouldHelp } from './what-would-help.js';

type Claim = Schema<'Claim'>;

/** One claim of the provider: where it stands, why, what is asked of it, and everything it was told. */
export function ClaimPage() {
  const texts = useClaimTexts();
  const { claimId = '' } = useParams();
  const reading = useReading('/claims/{claimId}', { path: { claimId } }, { live: true });
  const name = reading.data?.data.providerReference ?? claimId;
  return (
    <Page title={texts.title(name)} above={[{ path: '/mijn-declaraties', title: texts.claims }]}>
      <Loaded reading={reading}>
        {(claim, etag = '') => (
          <>
            <NextStep claim={claim} />
            <ClaimActions claim={claim} etag={etag} />
            <section aria-labelledby="reasons">
              <h2 id="reasons">{texts.reasons}</h2>
              <Reasons reasons={claim.reasons} caption={texts.reasons} />
            </section>
            <WhatWouldHelp claimId={claimId} />
            <ClaimFacts claim={claim} />
            <LettersOfClaim claimId={claimId} base={`/mijn-declaraties/${claimId}`} />
            <OwnObjections claimId={claimId} />
            <ClaimClawbacks claimId={claimId} />
            <EvidenceTable dossierRef={claimId.split('.')[0] ?? ''} evidence={claim.evidence} />
            <ToldBefore claimId={claimId} />
            <ClaimProof claimId={claimId} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** The state in a word, and what it means for who submitted it. */
function NextStep({ claim }: { readonly claim: Claim }) {
  const texts = useClaimTexts();
  const steps: Readonly<Record<string, string>> = texts.nextSteps;
  return (
    <section aria-labelledby="next" className="notice">
      <h2 id="next">{texts.next}</h2>
      <p>
        <ClaimState claim={claim} />
      </p>
      <p>{steps[claim.state] ?? texts.nextSteps.IN_TREATMENT}</p>
    </section>
  );
}
