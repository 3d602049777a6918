import { Money } from '../../parts/values.js';
import { useClaimsTexts } from '../claims-texts.js';
import { Reasons } from '../decision.js';
import type { SeenClaim } from './seen-claim.js';

interface Props {
  readonly seen: SeenClaim;
  readonly current: SeenClaim;
}

/** The claim changed while somebody looked: what the decision was, and what it is. */
export function WhatChanged({ seen, current }: Props) {
  const texts = useClaimsTexts();
  const isSame = seen.claim.decisionHash === current.claim.decisionHash;
  const { outcome, cents, reasons } = current.claim;
  return (
    <>
      <h3>{isSame ? texts.claimChanged : texts.decisionChanged}</h3>
      {!isSame && (
        <>
          <p>
            {texts.was} {seen.claim.outcome !== undefined && texts.outcomes[seen.claim.outcome]}{' '}
            <Money cents={seen.claim.cents} />
          </p>
          <p>
            {texts.isNow} {outcome !== undefined && texts.outcomes[outcome]} <Money cents={cents} />
          </p>
          <Reasons reasons={reasons} />
        </>
      )}
    </>
  );
}
