import { Link } from 'react-router';
import { textIn } from '../../parts/facts/field.js';
import type { Problem } from '../../shell/api/problem.js';
import { useSubmitTexts } from './submit-texts.js';

/** The same claim again: nothing was recorded, and the earlier one is there to look at. */
export function AlreadySubmitted({ problem }: { readonly problem: Problem }) {
  const texts = useSubmitTexts();
  const earlier = textIn(problem.details, 'claimId') ?? '';
  return (
    <div role="alert" className="notice notice-attention">
      <h2>{texts.duplicate}</h2>
      <p>{texts.duplicateExplained}</p>
      <p>
        <Link to={`/mijn-declaraties/${earlier}`}>
          {texts.toEarlier} {earlier}
        </Link>
      </p>
    </div>
  );
}
