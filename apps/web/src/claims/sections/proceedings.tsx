import { Loaded } from '../../parts/loading.js';
import { RoleLink } from '../../shell/session/role-link.js';
import { Day, Money } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useClaimsTexts } from '../claims-texts.js';

/** What came after a decision: clawbacks of what was paid, and objections. Nothing is said where there is none. */
export function Proceedings({ claimId }: { readonly claimId: string }) {
  const texts = useClaimsTexts();
  const clawbacks = useReading('/claims/{claimId}/terugvorderingen', { path: { claimId } }, { live: true });
  const objections = useReading('/claims/{claimId}/bezwaren', { path: { claimId } }, { live: true });
  return (
    <Loaded reading={clawbacks}>
      {({ results: reclaimed }) => (
        <Loaded reading={objections}>
          {({ results: objected }) =>
            reclaimed.length + objected.length === 0 ? null : (
              <section aria-labelledby="proceedings">
                <h2 id="proceedings">{texts.proceedings}</h2>
                <ul>
                  {reclaimed.map(({ clawbackId, state, cents, proposedOn }) => (
                    <li key={clawbackId}>
                      <RoleLink to={`/terugvorderingen/${clawbackId}`}>{texts.clawback}</RoleLink>,{' '}
                      {texts.clawbackStates[state]}: <Money cents={cents} /> (<Day on={proposedOn} />)
                    </li>
                  ))}
                  {objected.map(({ objectionId, state, filedOn }) => (
                    <li key={objectionId}>
                      <RoleLink to={`/bezwaren/${objectionId}`}>{texts.objection}</RoleLink>,{' '}
                      {texts.objectionStates[state]} (
                      <Day on={filedOn} />)
                    </li>
                  ))}
                </ul>
              </section>
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}
