import { useState } from 'react';
import { ConfirmDialog } from '../dialog/confirm-dialog.js';
import { DataTable } from '../data-table.js';
import { Status } from '../status.js';
import { Day } from '../values.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useObjectionTexts } from './objection-texts.js';

type Objection = Schema<'Objection'>;

/** The reader's own objections; nothing where there are none. */
export function OwnObjections({ claimId }: { readonly claimId: string }) {
  const texts = useObjectionTexts();
  const [leaving, setLeaving] = useState<Objection>();
  const { data } = useReading('/claims/{claimId}/bezwaren', { path: { claimId } });
  const objections = data?.data.results ?? [];
  if (objections.length === 0) return null;
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">{texts.objections}</h2>
      <DataTable
        caption={texts.objections}
        captionHidden
        columns={[
          { head: texts.filedOn, cell: ({ filedOn }) => <Day on={filedOn} /> },
          {
            head: texts.state,
            cell: ({ state, late }) => (
              <Status tone={state === 'OPEN' ? 'waiting' : 'neutral'}>
                {late ? `${texts.states[state]}, ${texts.late}` : texts.states[state]}
              </Status>
            ),
          },
          { head: texts.decideByOn, cell: ({ decideByOn, decidedOn }) => <Day on={decidedOn ?? decideByOn} /> },
          {
            head: texts.answer,
            cell: (objection) =>
              objection.state === 'OPEN' ? (
                <button type="button" onClick={() => setLeaving(objection)}>
                  {texts.withdraw}
                </button>
              ) : (
                '–'
              ),
          },
        ]}
        rows={objections}
        keyOf={({ objectionId }) => objectionId}
      />
      <WithdrawObjection objection={leaving} onDone={() => setLeaving(undefined)} />
    </section>
  );
}

interface Props {
  readonly objection: Objection | undefined;
  readonly onDone: () => void;
}

function WithdrawObjection({ objection, onDone }: Props) {
  const texts = useObjectionTexts();
  const announce = useAnnounce();
  const { send, pending, problem, reset } = useRecording('/bezwaren/{objectionId}/intrekkingen');
  const close = (): void => {
    reset();
    onDone();
  };
  const withdraw = async (objectionId: string): Promise<void> => {
    const answer = await send({ path: { objectionId }, body: {} });
    if (answer === undefined) return;
    announce(texts.withdrawn);
    close();
  };
  return (
    <ConfirmDialog
      open={objection !== undefined}
      title={texts.withdraw}
      confirm={texts.withdraw}
      pending={pending}
      problem={problem}
      onConfirm={() => void withdraw(objection?.objectionId ?? '')}
      onClose={close}
    >
      <p>{texts.withdrawExplained}</p>
    </ConfirmDialog>
  );
}
