import { DataTable } from '../../parts/data-table.js';
import { Status } from '../../parts/status.js';
import { useProofTexts } from './proof-texts.js';

interface Verdict {
  readonly says: string;
  /** What it means, or what to do about it. */
  readonly means: string;
}

interface Props<Step extends string> {
  readonly steps: readonly { readonly step: Step; readonly holds: boolean }[];
  readonly names: Readonly<Record<Step, string>>;
  /** When all steps hold, and when one does not. */
  readonly good: Verdict;
  readonly bad: Verdict;
}

/** What was checked, step by step, under what it comes to. */
export function CheckedSteps<Step extends string>({ steps, names, good, bad }: Props<Step>) {
  const texts = useProofTexts();
  const holds = steps.every((step) => step.holds);
  const { says, means } = holds ? good : bad;
  return (
    <>
      <div className={holds ? 'notice notice-good' : 'notice notice-bad'} role={holds ? 'status' : 'alert'}>
        <p>
          <strong>{says}</strong>
        </p>
        <p>{means}</p>
      </div>
      <DataTable
        caption={texts.steps}
        columns={[
          { head: texts.step, cell: ({ step }) => names[step] },
          {
            head: texts.result,
            cell: (step) => (
              <Status tone={step.holds ? 'good' : 'bad'}>{step.holds ? texts.right : texts.wrong}</Status>
            ),
          },
        ]}
        rows={steps}
        keyOf={({ step }) => step}
      />
    </>
  );
}
