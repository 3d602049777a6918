import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { DataTable } from '../parts/data-table.js';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Pager } from '../parts/pager.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { Day, Money } from '../parts/values.js';
import { useAnnounce } from '../shell/announcer.js';
import type { Schema } from '../shell/api/client.js';
import { useRecording } from '../shell/api/use-recording.js';
import { useBatchesTexts } from './batches-texts.js';
import { BATCH_MAX, useApproved } from './use-approved.js';

/** Which approved claims go into a new batch. Nothing is ordered yet: that is for another person to do. */
export function PreparePage() {
  const texts = useBatchesTexts();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const approved = useApproved();
  const { send, pending, problem } = useRecording('/betaalbatches');
  const toggle = (claimId: string): void => {
    const next = new Set(left);
    if (!next.delete(claimId)) next.add(claimId);
    setLeft(next);
  };
  const prepare = async (claimIds: string[]): Promise<void> => {
    const done = await send({ body: { claimIds } });
    if (done === undefined) return;
    announce(texts.prepared);
    await navigate(`/betaalbatches/${done.data.batchId}`);
  };
  return (
    <Page title={texts.prepareNew} above={[{ path: '/betaalbatches', title: texts.title }]}>
      <p>{texts.prepareExplained}</p>
      <Loaded reading={approved}>
        {({ rows, isMore }) => {
          const chosen = rows.filter(({ claimId }) => !left.has(claimId));
          return (
            <>
              {isMore && <p className="notice notice-attention">{texts.moreThanFit(BATCH_MAX)}</p>}
              <ApprovedTable rows={rows} left={left} onToggle={toggle} />
              <ProblemNotice problem={problem} />
              {rows.length > 0 && (
                <>
                  <p className="outcome">
                    {texts.chosen(chosen.length)}{' '}
                    <Money cents={chosen.reduce((sum, { toPayCents }) => sum + toPayCents, 0)} />
                  </p>
                  <button
                    type="button"
                    className="primary"
                    disabled={pending || chosen.length === 0}
                    onClick={() => void prepare(chosen.map(({ claimId }) => claimId))}
                  >
                    {texts.prepare}
                  </button>
                </>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface TableProps {
  readonly rows: readonly Schema<'DeskRow'>[];
  readonly left: ReadonlySet<string>;
  readonly onToggle: (claimId: string) => void;
}

const PAGE_SIZE = 50;

/** A page of them at a time; what was left out on one page stays out on the others. */
function ApprovedTable({ rows, left, onToggle }: TableProps) {
  const texts = useBatchesTexts();
  const [asked, setAsked] = useState(1);
  const page = Math.min(asked, Math.max(1, Math.ceil(rows.length / PAGE_SIZE)));
  return (
    <>
      <DataTable
        caption={texts.approvedClaims}
        columns={[
          { head: texts.claim, cell: ({ claimId }) => <Link to={`/declaraties/${claimId}`}>{claimId}</Link> },
          { head: texts.provider, cell: ({ providerId }) => providerId },
          { head: texts.amount, numeric: true, cell: ({ toPayCents }) => <Money cents={toPayCents} /> },
          { head: texts.dueOn, cell: ({ dueOn }) => <Day on={dueOn} /> },
          {
            head: texts.include,
            cell: ({ claimId }) => (
              <input
                type="checkbox"
                aria-label={texts.includeClaim(claimId)}
                checked={!left.has(claimId)}
                onChange={() => onToggle(claimId)}
              />
            ),
          },
        ]}
        rows={rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
        keyOf={({ claimId }) => claimId}
        empty={texts.nothingApproved}
      />
      <Pager page={page} pageSize={PAGE_SIZE} count={rows.length} onPage={setAsked} />
    </>
  );
}
