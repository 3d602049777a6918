import { Link } from 'react-router';
import { DataTable, type Column } from '../../parts/data-table.js';
import { Status, type Tone } from '../../parts/status.js';
import { Day } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useSamplesTexts } from './samples-texts.js';

export type Drawn = Schema<'Sample'>['claims'][number];

interface Findings {
  readonly findingOf: (claim: Drawn) => string;
  readonly reasonOf: (claim: Drawn) => string;
}

/** What was found of a claim, in words. */
export function useFindings(): Findings {
  const texts = useSamplesTexts();
  const reasons: Readonly<Record<string, string>> = texts.reasons;
  return {
    findingOf: ({ valid }) => (valid === undefined ? texts.open : valid ? texts.right : texts.wrong),
    reasonOf: ({ reason }) => (reason === undefined ? '' : (reasons[reason] ?? reason)),
  };
}

const toneOf = ({ valid }: Drawn): Tone => (valid === undefined ? 'waiting' : valid ? 'good' : 'bad');

/** The claims that were drawn, each leading to why it was decided as it was. */
export function DrawnClaims({ claims }: { readonly claims: readonly Drawn[] }) {
  const texts = useSamplesTexts();
  const { findingOf, reasonOf } = useFindings();
  const columns: Column<Drawn>[] = [
    {
      head: texts.claim,
      cell: ({ claimId }) => <Link to={`/verantwoording/tijdreis/declaraties/${claimId}`}>{claimId}</Link>,
    },
    { head: texts.finding, cell: (claim) => <Status tone={toneOf(claim)}>{findingOf(claim)}</Status> },
    { head: texts.reason, cell: (claim) => reasonOf(claim) || '–' },
    { head: texts.checkedOn, cell: ({ checkedOn }) => <Day on={checkedOn} /> },
  ];
  return (
    <DataTable
      caption={texts.drawn}
      columns={columns}
      rows={claims}
      keyOf={({ claimId }) => claimId}
      empty={texts.noDrawn}
    />
  );
}
