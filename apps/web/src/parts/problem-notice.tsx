import type { Problem } from '../shell/api/problem.js';
import { usePartsTexts } from './parts-texts.js';

/** Why something was not done, in the server's words; nothing when nothing was refused. */
export function ProblemNotice({ problem }: { readonly problem: Problem | null | undefined }) {
  const texts = usePartsTexts();
  if (!problem) return null;
  const { traceId } = problem.details;
  const { heading, more } = toldOf(problem, texts);
  return (
    <div role="alert" className="notice notice-bad">
      <p>
        <strong>{heading}</strong>
      </p>
      {more !== heading && <p>{more}</p>}
      {problem.status >= 500 && traceId !== undefined && <p>{texts.trace(traceId)}</p>}
    </div>
  );
}

/** Our own words where the server could not be asked, and where it did not know who asked. */
function toldOf({ slug, details }: Problem, texts: ReturnType<typeof usePartsTexts>) {
  if (details.title === 'UNREACHABLE') return { heading: texts.unreachable, more: texts.unreachableAdvice };
  // On the pages of somebody who signed in again: the sign-in page is what stood here until then.
  if (slug === 'niet-aangemeld') return { heading: texts.sessionHadEnded, more: texts.sessionHadEndedAdvice };
  return { heading: details.title, more: details.detail };
}
