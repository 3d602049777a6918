import { useState } from 'react';
import { ConfirmDialog } from '../parts/dialog/confirm-dialog.js';
import { DataTable } from '../parts/data-table.js';
import type { RecordAnswer } from '../shell/api/client.js';
import { letterIdOf } from '../parts/letter/letter-id.js';
import { useRecording } from '../shell/api/use-recording.js';
import { useAnnounce } from '../shell/announcer.js';
import { dayText } from '../shell/language/format.js';
import { useBilingual } from '../shell/language/language.js';
import { useSignedIn } from '../shell/session/who-works.js';
import type { DeskRow } from './desk-table.js';
import { useDeskTexts } from './desk-texts.js';

type Released = RecordAnswer<'/bekendmakingen/_vrijgeven'>['results'];
type Waiting = DeskRow & { readonly notice: NonNullable<DeskRow['notice']> };

const isWaiting = (row: DeskRow): row is Waiting => row.notice !== null;

/** Decisions on this page of the list that nobody was told of yet: an officer releases their letters together. */
export function NoticesToRelease({ rows }: { readonly rows: readonly DeskRow[] }) {
  const texts = useDeskTexts();
  const { roles } = useSignedIn();
  const announce = useAnnounce();
  const [open, setOpen] = useState(false);
  const [released, setReleased] = useState<Released>([]);
  const { send, pending, problem, reset } = useRecording('/bekendmakingen/_vrijgeven');
  const waiting = rows.filter(isWaiting);
  if (!roles.includes('OFFICER') || (waiting.length === 0 && released.length === 0)) return null;
  const release = async (): Promise<void> => {
    const notices = waiting.map(({ claimId, notice: { subjectEventId, kind } }) => ({
      claimId,
      subjectEventId,
      letterId: letterIdOf(kind, subjectEventId),
    }));
    const answer = await send({ body: { notices } });
    if (answer === undefined) return;
    setReleased(answer.data.results);
    setOpen(false);
    announce(texts.released(answer.data.results.filter(({ status }) => status === 'RELEASED').length));
  };
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{texts.notices}</h2>
      {waiting.length > 0 && (
        <p>
          <button type="button" onClick={() => setOpen(true)}>
            {texts.releaseNotices(waiting.length)}
          </button>
        </p>
      )}
      <ReleasedTable released={released} />
      <ConfirmDialog
        open={open}
        title={texts.releaseNotices(waiting.length)}
        confirm={texts.release}
        pending={pending}
        problem={problem}
        onConfirm={() => void release()}
        onClose={() => {
          reset();
          setOpen(false);
        }}
      >
        <p>{texts.releaseExplained}</p>
        <ul>
          {waiting.map(({ claimId, providerId, notice: { sinceOn } }) => (
            <li key={claimId}>
              {claimId} · {providerId} · {texts.unchangedSince(dayText(sinceOn))}
            </li>
          ))}
        </ul>
      </ConfirmDialog>
    </section>
  );
}

function ReleasedTable({ released }: { readonly released: Released }) {
  const texts = useDeskTexts();
  const said = useBilingual();
  if (released.length === 0) return null;
  return (
    <DataTable
      caption={texts.releasedCaption}
      columns={[
        { head: texts.claim, cell: ({ claimId }) => claimId },
        { head: texts.result, cell: ({ status }) => texts.statuses[status] },
        { head: texts.why, cell: ({ text }) => said(text) },
      ]}
      rows={released}
      keyOf={({ claimId }) => claimId}
    />
  );
}
