import { Link } from 'react-router';
import { csvBlob, csvEuros } from '../../parts/csv.js';
import { DataTable, type Column } from '../../parts/data-table.js';
import { SaveButton } from '../../parts/save-button.js';
import { Money } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useWhatIfTexts } from './what-if-texts.js';

type Run = Schema<'WhatIfRun'>;
type Result = Run['results'][number];

/** Each claim that comes out otherwise, with both outcomes and the first rule that answers otherwise. */
export function DifferentClaims({ run: { results, different } }: { readonly run: Run }) {
  const texts = useWhatIfTexts();
  const columns: Column<Result>[] = [
    {
      head: texts.claim,
      cell: ({ claimId }) => <Link to={`/verantwoording/tijdreis/declaraties/${claimId}`}>{claimId}</Link>,
    },
    { head: texts.provider, cell: ({ providerId }) => providerId },
    { head: texts.outcomeA, cell: ({ before }) => texts.outcomes[before.outcome] },
    { head: texts.amountA, numeric: true, cell: ({ before }) => <Money cents={before.cents} /> },
    { head: texts.outcomeB, cell: ({ after }) => texts.outcomes[after.outcome] },
    { head: texts.amountB, numeric: true, cell: ({ after }) => <Money cents={after.cents} /> },
    {
      head: texts.change,
      numeric: true,
      cell: ({ before, after }) => <Money cents={after.cents - before.cents} />,
    },
    { head: texts.rule, cell: ({ rule }) => rule ?? '–' },
  ];
  const asRows = (): (string | number)[][] => [
    columns.map(({ head }) => head),
    ...results.map(({ claimId, providerId, before, after, rule }) => [
      claimId,
      providerId,
      texts.outcomes[before.outcome],
      csvEuros(before.cents),
      texts.outcomes[after.outcome],
      csvEuros(after.cents),
      csvEuros(after.cents - before.cents),
      rule ?? '',
    ]),
  ];
  return (
    <>
      <DataTable
        caption={texts.different}
        columns={columns}
        rows={results}
        keyOf={({ claimId }) => claimId}
        empty={texts.none}
      />
      {different > results.length && <p>{texts.first500}</p>}
      {results.length > 0 && (
        <SaveButton label={texts.save} name={texts.fileName} content={() => Promise.resolve(csvBlob(asRows()))} />
      )}
    </>
  );
}
