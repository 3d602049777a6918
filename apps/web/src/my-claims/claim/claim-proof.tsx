import { Loaded } from '../../parts/loading.js';
import { jsonBlob, SaveButton } from '../../parts/save-button.js';
import { Day, Instant } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useClaimTexts } from './claim-texts.js';

/** That the claim was recorded and, where another was paid for the outflow, that and when it was: never who. */
export function ClaimProof({ claimId }: { readonly claimId: string }) {
  const texts = useClaimTexts();
  const reading = useReading('/claims/{claimId}/bewijs', { path: { claimId } });
  return (
    <section aria-labelledby="proof">
      <h2 id="proof">{texts.proof}</h2>
      <Loaded reading={reading}>
        {({ submission, other }) => (
          <>
            <p>{texts.proofExplained}</p>
            <dl className="facts">
              <div>
                <dt>{texts.recordedAt}</dt>
                <dd>
                  <Instant at={submission.recordedAt} />
                </dd>
              </div>
              <div>
                <dt>{texts.place}</dt>
                <dd>{texts.placeOf(submission.inclusion.leafIndex + 1, submission.inclusion.size)}</dd>
              </div>
            </dl>
            {other !== undefined && <OtherPaid other={other} />}
            <SaveButton
              label={texts.saveProof}
              name={`bewijs-${claimId}.json`}
              content={async () => jsonBlob({ claimId, submission, ...(other !== undefined && { other }) })}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}

function OtherPaid({ other }: { readonly other: NonNullable<Schema<'ClaimProof'>['other']> }) {
  const texts = useClaimTexts();
  return (
    <>
      <h3>{texts.otherPaid}</h3>
      <p>{texts.otherPaidExplained}</p>
      <dl className="facts">
        <div>
          <dt>{texts.paidOn}</dt>
          <dd>
            <Day on={other.recordedOn} />
          </dd>
        </div>
        <div>
          <dt>{texts.tag}</dt>
          <dd className="hash">{other.tag}</dd>
        </div>
      </dl>
    </>
  );
}
