import { useState } from 'react';
import { Page } from '../../parts/page.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import type { Schema } from '../../shell/api/client.js';
import { useRun } from './use-run.js';
import { WhatIfForm } from './what-if-form.js';
import { WhatIfResult } from './what-if-result.js';
import { useWhatIfTexts } from './what-if-texts.js';

type Run = Schema<'WhatIfRun'>;

/** What claims would come to under other terms, side by side with what they come to. */
export function WhatIfPage() {
  const texts = useWhatIfTexts();
  const [started, setStarted] = useState<Run>();
  const run = useRun(started);
  return (
    <Page title={texts.title}>
      <p>{texts.intro}</p>
      <WhatIfForm onStarted={setStarted} />
      <ProblemNotice problem={run.error} />
      {run.data !== undefined && <Outcome run={run.data} />}
    </Page>
  );
}

function Outcome({ run }: { readonly run: Run }) {
  const texts = useWhatIfTexts();
  if (run.state === 'FAILED')
    return (
      <p role="alert" className="notice notice-bad">
        {texts.failed}
      </p>
    );
  if (run.state === 'DONE') return <WhatIfResult run={run} />;
  return (
    <label className="progress">
      {texts.progress(run.filesDone, run.files)}
      <progress max={run.files} value={run.filesDone} />
    </label>
  );
}
