import { ClaimState } from '../parts/claim-state.js';
import { Day, Money } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useClaimsTexts } from './claims-texts.js';

/** Who claims what, when, and where it stands. */
export function ClaimSummary({ claim }: { readonly claim: Schema<'Claim'> }) {
  const texts = useClaimsTexts();
  const { providerId, submittedOn, contractId, jobId, providerReference, definition, notifiedOn, untilOn } = claim;
  return (
    <dl className="facts">
      <dt>{texts.state}</dt>
      <dd>
        <ClaimState claim={claim} />
      </dd>
      <dt>{texts.provider}</dt>
      <dd>{providerId}</dd>
      <dt>{texts.due}</dt>
      <dd>
        <Money cents={claim.cents} />
      </dd>
      <dt>{texts.submittedOn}</dt>
      <dd>
        <Day on={submittedOn} />
      </dd>
      {untilOn !== undefined && (
        <>
          <dt>{texts.untilOn}</dt>
          <dd>
            <Day on={untilOn} />
          </dd>
        </>
      )}
      {notifiedOn !== undefined && (
        <>
          <dt>{texts.notifiedOn}</dt>
          <dd>
            <Day on={notifiedOn} />
          </dd>
        </>
      )}
      <dt>{texts.contractAndJob}</dt>
      <dd>{[contractId, jobId].filter((name) => name !== undefined).join(' · ')}</dd>
      {providerReference !== undefined && (
        <>
          <dt>{texts.reference}</dt>
          <dd>{providerReference}</dd>
        </>
      )}
      {definition !== undefined && (
        <>
          <dt>{texts.definition}</dt>
          <dd>{definition}</dd>
        </>
      )}
    </dl>
  );
}
