import { DataTable } from '../../parts/data-table.js';
import { Loading } from '../../parts/loading.js';
import { Status } from '../../parts/status.js';
import type { Schema } from '../../shell/api/client.js';
import type { CheckedEvent } from './check-event.js';
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
  const holds = checked.steps.every((step) => step.holds);
  return (
    <>
      <div className={holds ? 'notice notice-good' : 'notice notice-bad'} role={holds ? 'status' : 'alert'}>
        <p>
          <strong>{holds ? texts.holds : texts.fails}</strong>
        </p>
        <p>{holds ? texts.holdsMeans : texts.failsAdvice}</p>
      </div>
      <DataTable
        caption={texts.steps}
        columns={[
          { head: texts.step, cell: ({ step }) => texts.stepNames[step] },
          {
            head: texts.result,
            cell: (step) => (
              <Status tone={step.holds ? 'good' : 'bad'}>{step.holds ? texts.right : texts.wrong}</Status>
            ),
          },
        ]}
        rows={checked.steps}
        keyOf={({ step }) => step}
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
