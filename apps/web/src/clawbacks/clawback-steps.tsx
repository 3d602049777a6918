import { DataTable } from '../parts/data-table.js';
import { usePartsTexts } from '../parts/parts-texts.js';
import { Day, Money } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { RoleLink } from '../shell/session/role-link.js';
import { useClawbacksTexts } from './clawbacks-texts.js';

type Step = NonNullable<Schema<'Clawback'>['steps']>[number];

/** Who decided on it, on which ground, and what came back or was given up. */
export function ClawbackSteps({ steps }: { readonly steps: readonly Step[] }) {
  const texts = useClawbacksTexts();
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{texts.steps}</h2>
      <DataTable
        caption={texts.steps}
        captionHidden
        empty={texts.noSteps}
        rows={steps.map((one, index) => ({ ...one, number: index }))}
        keyOf={({ number }) => String(number)}
        columns={[
          { head: texts.step, cell: ({ step }) => texts.stepNames[step] },
          { head: texts.on, cell: ({ on }) => <Day on={on} /> },
          { head: texts.by, cell: ({ by }) => by ?? texts.byItself },
          { head: texts.grounds, cell: (step) => <Grounds step={step} /> },
          { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
        ]}
      />
    </section>
  );
}

/** Why it was decided so, or in which batch it was set off. */
function Grounds({ step: { grounds, batchId } }: { readonly step: Step }) {
  const chosen: Readonly<Record<string, string>> = usePartsTexts().grounds;
  const byItself: Readonly<Record<string, string>> = useClawbacksTexts().withdrawalCodes;
  if (batchId !== undefined) return <RoleLink to={`/betaalbatches/${batchId}`}>{batchId}</RoleLink>;
  if (grounds === undefined) return <>–</>;
  return <>{chosen[grounds] ?? byItself[grounds] ?? grounds}</>;
}
