import type { Problem } from '../shell/api/problem.js';
import { usePartsTexts } from './parts-texts.js';

/** Why something was not done, in the server's words; nothing when nothing was refused. */
export function ProblemNotice({ problem }: { readonly problem: Problem | null | undefined }) {
  const texts = usePartsTexts();
  if (!problem) return null;
  const { title, detail, traceId } = problem.details;
  const isUnreachable = title === 'UNREACHABLE';
  // Said on the pages of somebody who signed in again: the sign-in page is what stood here until then.
  const isEnded = problem.slug === 'niet-aangemeld';
  return (
    <div role="alert" className="notice notice-bad">
      <p>
        <strong>{isUnreachable ? texts.unreachable : isEnded ? texts.sessionHadEnded : title}</strong>
      </p>
      {isUnreachable && <p>{texts.unreachableAdvice}</p>}
      {isEnded && <p>{texts.sessionHadEndedAdvice}</p>}
      {!isUnreachable && !isEnded && detail !== title && <p>{detail}</p>}
      {problem.status >= 500 && traceId !== undefined && <p>{texts.trace(traceId)}</p>}
    </div>
  );
}
