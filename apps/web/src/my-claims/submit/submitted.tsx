import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { ClaimState } from '../../parts/claim-state.js';
import { Page } from '../../parts/page.js';
import { Reasons } from '../../parts/reasons.js';
import { jsonBlob, SaveButton } from '../../parts/save-button.js';
import { Day } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useSubmitTexts } from './submit-texts.js';

interface Props {
  readonly claim: Schema<'Claim'>;
  readonly onAnother: () => void;
}

/** What was recorded, what is still asked, and the receipt to keep. */
export function Submitted({ claim, onAnother }: Props) {
  const texts = useSubmitTexts();
  const { claimId, reasons, untilOn, receipt } = claim;
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <Page title={texts.done} above={[{ path: '/mijn-declaraties', title: texts.claims }]}>
      <div ref={notice} tabIndex={-1} className="notice notice-good">
        <p>
          {texts.doneNumber} <strong>{claimId}</strong>. <ClaimState claim={claim} />
        </p>
        {untilOn !== undefined && (
          <p>
            {texts.expectedOn} <Day on={untilOn} />.
          </p>
        )}
      </div>
      {reasons.length > 0 && <Reasons reasons={reasons} caption={texts.done} />}
      <p>{texts.receiptExplained}</p>
      <div className="buttons">
        {receipt !== undefined && (
          <SaveButton
            label={texts.saveReceipt}
            name={`ontvangstbewijs-${claimId}.json`}
            content={async () => jsonBlob({ claimId, receipt })}
          />
        )}
        <Link className="button-link" to={`/mijn-declaraties/${claimId}`}>
          {texts.toClaim}
        </Link>
        <button type="button" onClick={onAnother}>
          {texts.another}
        </button>
      </div>
    </Page>
  );
}
