import { wordFor } from '../../parts/facts/facts-texts.js';
import { Loaded } from '../../parts/loading.js';
import { Day, Money } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useBilingual } from '../../shell/language/language.js';
import { useShellTexts } from '../../shell/shell-texts.js';
import { useClaimsTexts } from '../claims-texts.js';

interface Props {
  readonly claimId: string;
  /** The rules ask for nothing more then, and yet somebody has to act. */
  readonly isRefused: boolean;
}

/** The counterfactual: the least that would still have to happen or be shown, when that could be, and whose it is to do. */
export function NeededChanges({ claimId, isRefused }: Props) {
  const texts = useClaimsTexts();
  const said = useBilingual();
  const { roles } = useShellTexts();
  const needed = useReading('/claims/{claimId}/tegenfeiten', { path: { claimId } });
  return (
    <section aria-labelledby="needed">
      <h2 id="needed">{texts.needed}</h2>
      <Loaded reading={needed}>
        {({ changes, standing, eligibleOn, cents }) => (
          <>
            {changes.length === 0 && standing.length === 0 && (
              <p>{isRefused ? texts.refusalToLift : texts.nothingNeeded}</p>
            )}
            {changes.length > 0 && (
              <>
                <p>
                  {texts.eligibleFrom} <Day on={eligibleOn} /> (<Money cents={cents} />
                  ):
                </p>
                <ul>
                  {changes.map(({ code, change, text, by, earliestOn }) => (
                    <li key={`${code} ${change}`}>
                      {said(text)} ({by.map((who) => wordFor({ ...roles, TIME: texts.time }, who)).join(', ')};{' '}
                      {texts.earliest} <Day on={earliestOn} />)
                    </li>
                  ))}
                </ul>
              </>
            )}
            {standing.length > 0 && (
              <>
                <p>{texts.nothingHelps}</p>
                <ul>
                  {standing.map(({ code, text }) => (
                    <li key={code}>{said(text)}</li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
