import type { ReactNode } from 'react';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import { Day, Money } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useClaimTexts } from './claim-texts.js';

/** What was asked, on what, and which amount and dates go with it. */
export function ClaimFacts({ claim }: { readonly claim: Schema<'Claim'> }) {
  const texts = useClaimTexts();
  const words = useEventWords();
  const { claimedCents, cents, untilOn, respondUntilOn, assertedOutflowOn } = claim;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [texts.number, claim.claimId],
    [texts.reference, claim.providerReference],
    [texts.submittedOn, <Day key="on" on={claim.submittedOn} />],
    [texts.contract, claim.contractId],
    [texts.traject, claim.trajectId],
    [texts.job, claim.jobId],
    [texts.outflowOn, assertedOutflowOn && <Day key="outflow" on={assertedOutflowOn} />],
    [texts.milestone, words.code(claim.milestone)],
    [texts.claimed, claimedCents === undefined ? texts.tariffAsked : <Money key="asked" cents={claimedCents} />],
    [texts.granted, cents !== undefined && <Money key="granted" cents={cents} />],
    [texts.expectedOn, untilOn && <Day key="until" on={untilOn} />],
    [texts.respondUntilOn, respondUntilOn && <Day key="respond" on={respondUntilOn} />],
    [texts.definition, claim.definition],
  ];
  return (
    <section aria-labelledby="about">
      <h2 id="about">{texts.about}</h2>
      <dl className="facts">
        {facts.map(([name, value]) =>
          value === undefined || value === false || value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
