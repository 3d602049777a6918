import type { UseQueryResult } from '@tanstack/react-query';
import { Loading } from '../../parts/loading.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import type { Problem } from '../../shell/api/problem.js';
import { CheckedSteps } from '../proof/checked-steps.js';
import type { Growth } from './check-growth.js';
import { useLedgerTexts } from './ledger-texts.js';

/** Whether the ledger only grew between two seals, step by step. */
export function GrowthResult({ growth }: { readonly growth: UseQueryResult<Growth | null, Problem> }) {
  const texts = useLedgerTexts();
  if (growth.error !== null) return <ProblemNotice problem={growth.error} />;
  if (growth.isLoading) return <Loading />;
  if (!growth.data) return null;
  return (
    <CheckedSteps
      steps={growth.data.steps}
      names={texts.stepNames}
      good={{ says: texts.grew, means: texts.grewMeans }}
      bad={{ says: texts.broken, means: texts.brokenAdvice }}
    />
  );
}
