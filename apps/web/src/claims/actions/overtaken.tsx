import { Money } from '../../parts/values.js';
import { useClaimsTexts } from '../claims-texts.js';
import { Reasons } from '../decision.js';
import type { SeenClaim } from './seen-claim.js';

interface Props {
  readonly seen: SeenClaim;
  readonly current: SeenClaim;
  readonly onLookAgain: () => void;
}

/** The decision changed while somebody looked: what it was, what it is, and the way on. Nothing is lost. */
export function Overtaken({ seen, current, onLookAgain }: Props) {
  const texts = useClaimsTexts();
  const isSame = seen.claim.decisionHash === current.claim.decisionHash;
  const { outcome, cents, reasons } = current.claim;
  return (
    <div role="alert" className="notice notice-attention">
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
      <button type="button" onClick={onLookAgain}>
        {texts.lookAgain}
      </button>
    </div>
  );
}
