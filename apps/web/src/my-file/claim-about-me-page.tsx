import { useParams } from 'react-router';
import { ClaimState } from '../parts/claim-state.js';
import { LettersOfClaim } from '../parts/letter/letters-of-claim.js';
import { Loaded } from '../parts/loading.js';
import { OwnObjections } from '../parts/objection/own-objections.js';
import { Page } from '../parts/page.js';
import { Reasons } from '../parts/reasons.js';
import { Day, Money } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useReading } from '../shell/api/use-reading.js';
import { useMyFileTexts } from './my-file-texts.js';

/** One claim about the client: by whom, how it stands, why, and what the client can do about it. */
export function ClaimAboutMePage() {
  const texts = useMyFileTexts();
  const { claimId = '' } = useParams();
  const reading = useReading('/claims/{claimId}', { path: { claimId } }, { live: true });
  const provider = reading.data?.data.providerId ?? claimId;
  const base = `/mijn-dossier/declaraties/${claimId}`;
  return (
    <Page title={texts.claimOf(provider)} above={[{ path: '/mijn-dossier', title: texts.title }]}>
      <Loaded reading={reading}>
        {(claim) => (
          <>
            <ClaimInShort claim={claim} />
            <section aria-labelledby="reasons">
              <h2 id="reasons">{texts.reasons}</h2>
              {claim.reasons.length > 0 && <p className="hint">{texts.reasonsExplained}</p>}
              <Reasons reasons={claim.reasons} caption={texts.reasons} />
            </section>
            <LettersOfClaim claimId={claimId} base={base} />
            <OwnObjections claimId={claimId} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function ClaimInShort({ claim }: { readonly claim: Schema<'Claim'> }) {
  const texts = useMyFileTexts();
  return (
    <dl className="facts">
      <div>
        <dt>{texts.state}</dt>
        <dd>
          <ClaimState claim={claim} />
        </dd>
      </div>
      <div>
        <dt>{texts.provider}</dt>
        <dd>{claim.providerId}</dd>
      </div>
      <div>
        <dt>{texts.submittedOn}</dt>
        <dd>
          <Day on={claim.submittedOn} />
        </dd>
      </div>
      <div>
        <dt>{texts.amount}</dt>
        <dd>
          <Money cents={claim.cents || null} />
        </dd>
      </div>
      {claim.untilOn !== undefined && (
        <div>
          <dt>{texts.expectedOn}</dt>
          <dd>
            <Day on={claim.untilOn} />
          </dd>
        </div>
      )}
      <div>
        <dt>{texts.number}</dt>
        <dd>{claim.claimId}</dd>
      </div>
    </dl>
  );
}
