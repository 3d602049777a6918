import { Status, type Tone } from '../parts/status.js';
import { Day } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useBilingual } from '../shell/language/language.js';
import { useClaimsTexts } from './claims-texts.js';
import { isRefused } from './refusal.js';

type Reason = Schema<'Reason'>;
const TONES: Readonly<Record<Reason['kind'], Tone>> = { FAIL: 'bad', OPEN: 'attention', INFO: 'neutral' };

/** What the rules say of the claim, in sentences. */
export function Decision({ claim }: { readonly claim: Schema<'Claim'> }) {
  const texts = useClaimsTexts();
  const { reasons } = claim;
  const outcome = isRefused(claim) ? 'REVIEW' : claim.outcome;
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{texts.decision}</h2>
      {outcome !== undefined && <p className="outcome">{texts.outcomes[outcome]}</p>}
      <Reasons reasons={reasons} />
    </section>
  );
}

/** Reasons as sentences, each with the rule that gave it. */
export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const texts = useClaimsTexts();
  const said = useBilingual();
  if (reasons.length === 0) return null;
  return (
    <ul className="reasons">
      {reasons.map(({ code, kind, text, rule, untilOn }) => (
        <li key={`${code} ${kind}`}>
          <Status tone={TONES[kind]}>{texts.kinds[kind]}</Status> {said(text)}{' '}
          {rule !== undefined && <span className="rule-name">({rule})</span>}
          {untilOn !== undefined && (
            <>
              {' '}
              {texts.until} <Day on={untilOn} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
