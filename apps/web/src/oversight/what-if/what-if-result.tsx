import { DataTable } from '../../parts/data-table.js';
import { useCutSaid } from '../../parts/cuts/cut-said.js';
import { useBilingual } from '../../shell/language/language.js';
import type { Schema } from '../../shell/api/client.js';
import { DifferentClaims } from './different-claims.js';
import { Totals } from './totals.js';
import { useWhatIfTexts } from './what-if-texts.js';

/** What a run came to: totals side by side, the rules that differ, and each claim that comes out otherwise. */
export function WhatIfResult({ run }: { readonly run: Schema<'WhatIfRun'> }) {
  const texts = useWhatIfTexts();
  const said = useBilingual();
  const cutSaid = useCutSaid();
  const { claims, different, asOf, knownAsOf, byRule, before, after } = run;
  const sides = [
    { head: texts.a, mark: 'A' },
    { head: texts.b, mark: 'B' },
  ] as const;
  return (
    <section aria-labelledby="result">
      <h2 id="result">{texts.result}</h2>
      <p>
        <output>{texts.done(claims, different)}</output>
      </p>
      <p>{cutSaid({ asOf, knownAsOf: knownAsOf ?? '' })}.</p>
      <Totals before={before} after={after} sides={sides} />
      <DataTable
        caption={texts.byRule}
        columns={[
          { head: texts.rule, cell: ({ rule }) => rule },
          { head: texts.norm, cell: ({ statement }) => said(statement) },
          { head: texts.claims, numeric: true, cell: (row) => row.claims },
        ]}
        rows={byRule}
        keyOf={({ rule }) => rule}
        empty={texts.noRule}
      />
      <DifferentClaims run={run} />
    </section>
  );
}
