import { Link } from 'react-router';
import type { ListCut } from '../parts/cuts/list-cut.js';
import { ClaimState } from '../parts/claim-state.js';
import { PresentLink } from '../parts/cuts/present-link.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { Status } from '../parts/status.js';
import { Day, Money } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useBilingual } from '../shell/language/language.js';
import { useDeskTexts } from './desk-texts.js';

export type DeskRow = Schema<'DeskRow'>;

interface Props extends Pick<ListCut, 'isPast' | 'claimPath'> {
  readonly rows: readonly DeskRow[];
  readonly sorted: string | undefined;
  readonly onSort: (sort: string) => void;
}

/** One row a claim: where it stands, what it asks for, how much and until when. */
export function DeskTable({ rows, sorted, onSort, isPast, claimPath }: Props) {
  const texts = useDeskTexts();
  const columns: Column<DeskRow>[] = [
    {
      head: texts.claim,
      cell: ({ claimId, providerReference }) => (
        <>
          <Link to={claimPath(claimId)}>{claimId}</Link>
          {providerReference !== null && <span className="hint"> {providerReference}</span>}
        </>
      ),
    },
    { head: texts.provider, cell: ({ providerId }) => providerId },
    { head: texts.state, cell: (row) => <ClaimState claim={row} /> },
    { head: texts.attention, cell: (row) => <Attention row={row} isPast={isPast} /> },
    { head: texts.amount, numeric: true, sort: 'cents', cell: ({ cents }) => <Money cents={cents} /> },
    { head: texts.submittedOn, sort: 'submittedOn', cell: ({ submittedOn }) => <Day on={submittedOn} /> },
    { head: texts.dueOn, sort: 'dueOn', cell: ({ dueOn }) => <Day on={dueOn} /> },
  ];
  return (
    <DataTable
      caption={texts.caption}
      captionHidden
      columns={columns}
      rows={rows}
      keyOf={({ claimId }) => claimId}
      empty={texts.empty}
      sorted={sorted}
      onSort={onSort}
    />
  );
}

/** What makes a claim stand out, in words: contested, a clawback, an objection, an alarm, nobody left to decide. */
function Attention({ row, isPast }: { readonly row: DeskRow; readonly isPast: boolean }) {
  const texts = useDeskTexts();
  const said = useBilingual();
  const { contested, stale, clawback, objection, alarms, warning, notice } = row;
  return (
    <ul className="attention">
      {contested && (
        <li>
          <Status tone="attention">{texts.contested}</Status>
        </li>
      )}
      {stale && (
        <li>
          <Status tone="attention">{texts.stale}</Status>
        </li>
      )}
      {clawback !== null && (
        <li>
          <PresentLink isPast={isPast} to={`/terugvorderingen/${clawback.clawbackId}`}>
            {texts.clawback}
          </PresentLink>{' '}
          <Money cents={clawback.outstandingCents} />
        </li>
      )}
      {objection !== null && (
        <li>
          <PresentLink isPast={isPast} to={`/bezwaren/${objection.objectionId}`}>
            {texts.objectionUntil}
          </PresentLink>{' '}
          <Day on={objection.decideByOn} />
        </li>
      )}
      {alarms.map((alarm) => (
        <li key={alarm}>
          <Status tone="bad">{texts.alarms[alarm]}</Status>
        </li>
      ))}
      {warning !== null && (
        <li>
          <Status tone="bad">{said(warning.text)}</Status>
        </li>
      )}
      {notice !== null && (
        <li>
          {texts.noticeSince} <Day on={notice.sinceOn} />
        </li>
      )}
    </ul>
  );
}
