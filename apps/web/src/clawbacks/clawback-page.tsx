import { useParams } from 'react-router';
import { DecideButton } from '../parts/dialog/decide-button.js';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Reasons } from '../parts/reasons.js';
import { RoleLink } from '../shell/session/role-link.js';
import { Status } from '../parts/status.js';
import { Day, Money } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useReading } from '../shell/api/use-reading.js';
import { dayText, moneyText } from '../shell/language/format.js';
import { ClawbackSteps } from './clawback-steps.js';
import { useClawbacksTexts } from './clawbacks-texts.js';
import { DecideDialog } from './decide-dialog.js';
import { SettleActions } from './settle-actions.js';

/** One clawback: how much, why, whether the provider was heard, and the decision. */
export function ClawbackPage() {
  const texts = useClawbacksTexts();
  const { clawbackId = '' } = useParams();
  const clawback = useReading('/terugvorderingen/{clawbackId}', { path: { clawbackId } }, { live: true });
  const { cents, proposedOn } = clawback.data?.data ?? {};
  const title =
    cents === undefined || proposedOn === undefined
      ? texts.clawback
      : texts.clawbackOf(moneyText(cents), dayText(proposedOn));
  return (
    <Page title={title} above={[{ path: '/terugvorderingen', title: texts.title }]}>
      <Loaded reading={clawback}>
        {(data, etag = '') => (
          <>
            <ClawbackFacts clawback={data} />
            {data.state === 'PROPOSED' && (
              <DecideButton
                label={texts.decide}
                whoDecides={texts.whoDecides}
                barred={data.toDecide?.involved === true ? texts.involved : undefined}
                dialog={(onClose) => <DecideDialog clawback={data} etag={etag} onClose={onClose} />}
              />
            )}
            {data.outstandingCents > 0 && <SettleActions clawback={data} etag={etag} />}
            <section aria-labelledby="reasons">
              <h2 id="reasons">{texts.reasons}</h2>
              <Reasons reasons={data.reasons} caption={texts.reasons} />
            </section>
            {data.steps !== undefined && <ClawbackSteps steps={data.steps} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function ClawbackFacts({ clawback }: { readonly clawback: Schema<'Clawback'> }) {
  const texts = useClawbacksTexts();
  const { clawbackId, state, claimId, cents, outstandingCents, recoveredCents, writtenOffCents } = clawback;
  return (
    <dl className="facts">
      <dt>{texts.number}</dt>
      <dd>{clawbackId}</dd>
      <dt>{texts.state}</dt>
      <dd>
        <Status tone={state === 'PROPOSED' ? 'attention' : 'neutral'}>{texts.states[state]}</Status>
      </dd>
      <dt>{texts.claim}</dt>
      <dd>
        <RoleLink to={`/declaraties/${claimId}`}>{claimId}</RoleLink>
      </dd>
      <dt>{texts.amount}</dt>
      <dd>
        <Money cents={cents} />
      </dd>
      <dt>{texts.outstanding}</dt>
      <dd>
        <Money cents={outstandingCents} />
      </dd>
      <dt>{texts.recovered}</dt>
      <dd>
        <Money cents={recoveredCents} />, {texts.writtenOff} <Money cents={writtenOffCents} />
      </dd>
      <dt>{texts.proposedOn}</dt>
      <dd>
        <Day on={clawback.proposedOn} />
      </dd>
      <dt>{texts.hearingUntil}</dt>
      <dd>
        <Day on={clawback.hearingUntilOn} /> ({clawback.heard ? texts.heard : texts.notHeard})
      </dd>
    </dl>
  );
}
