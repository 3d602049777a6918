import { Loading } from '../../parts/loading.js';
import type { Schema } from '../../shell/api/client.js';
import type { CheckedEvent } from './check-event.js';
import { CheckedSteps } from './checked-steps.js';
import { useProofTexts } from './proof-texts.js';

interface Props {
  readonly proof: Schema<'EventProof'>;
  readonly keys: readonly string[];
  readonly checked: CheckedEvent | undefined;
}

/** Whether the proof holds, step by step, and all that it was checked with. */
export function ProofResult({ proof, keys, checked }: Props) {
  const texts = useProofTexts();
  if (checked === undefined) return <Loading />;
  return (
    <>
      <CheckedSteps
        steps={checked.steps}
        names={texts.stepNames}
        good={{ says: texts.holds, means: texts.holdsMeans }}
        bad={{ says: texts.fails, means: texts.failsAdvice }}
      />
      <Material proof={proof} keys={keys} />
    </>
  );
}

/** What somebody needs who wants to check it with a program of their own. */
function Material({ proof: { leaf, inclusion }, keys }: Omit<Props, 'checked'>) {
  const texts = useProofTexts();
  return (
    <details>
      <summary>{texts.material}</summary>
      <dl className="facts">
        <dt>{texts.place}</dt>
        <dd>{texts.placeOf(inclusion.leafIndex + 1, inclusion.size)}</dd>
        <dt>{texts.leafHash}</dt>
        <dd className="hash">{inclusion.leafHash}</dd>
        <dt>{texts.leaf}</dt>
        <dd className="hash">{leaf}</dd>
        <dt>{texts.path}</dt>
        <dd className="hash">
          {inclusion.hashes.map((hash) => (
            <div key={hash}>{hash}</div>
          ))}
        </dd>
        <dt>{texts.checkpoint}</dt>
        <dd className="hash lines">{inclusion.checkpoint}</dd>
        <dt>{texts.keys}</dt>
        <dd className="hash lines">{keys.join('\n')}</dd>
      </dl>
    </details>
  );
}
