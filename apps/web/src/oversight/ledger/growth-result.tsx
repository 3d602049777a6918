import type { UseQueryResult } from '@tanstack/react-query';
import { DataTable } from '../../parts/data-table.js';
import { Loading } from '../../parts/loading.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { Status } from '../../parts/status.js';
import type { Problem } from '../../shell/api/problem.js';
import type { Growth } from './check-growth.js';
import { useLedgerTexts } from './ledger-texts.js';

/** Whether the ledger only grew between two seals, step by step. */
export function GrowthResult({ growth }: { readonly growth: UseQueryResult<Growth | null, Problem> }) {
  const texts = useLedgerTexts();
  if (growth.error !== null) return <ProblemNotice problem={growth.error} />;
  if (growth.isLoading) return <Loading />;
  if (!growth.data) return null;
  const holds = growth.data.steps.every((step) => step.holds);
  return (
    <>
      <div className={holds ? 'notice notice-good' : 'notice notice-bad'} role={holds ? 'status' : 'alert'}>
        <p>
          <strong>{holds ? texts.grew : texts.broken}</strong>
        </p>
        <p>{holds ? texts.grewMeans : texts.brokenAdvice}</p>
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
        rows={growth.data.steps}
        keyOf={({ step }) => step}
      />
    </>
  );
}
