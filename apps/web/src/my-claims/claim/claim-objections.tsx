import { useState } from 'react';
import { ConfirmDialog } from '../../parts/dialog/confirm-dialog.js';
import { DataTable } from '../../parts/data-table.js';
import { Status } from '../../parts/status.js';
import { Day } from '../../parts/values.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useClaimTexts } from './claim-texts.js';

type Objection = Schema<'Objection'>;

/** The provider's own objections; nothing where there are none. */
export function ClaimObjections({ claimId }: { readonly claimId: string }) {
  const texts = useClaimTexts();
  const [leaving, setLeaving] = useState<Objection>();
  const { data } = useReading('/v1/claims/{claimId}/bezwaren', { path: { claimId } });
  const objections = data?.data.results ?? [];
  if (objections.length === 0) return null;
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">{texts.objections}</h2>
      <DataTable
        caption={texts.objections}
        captionHidden
        columns={[
          { head: texts.objection, cell: ({ filedOn }) => <Day on={filedOn} /> },
          {
            head: texts.state,
            cell: ({ state, late }) => (
              <Status tone={state === 'OPEN' ? 'waiting' : 'neutral'}>
                {late ? `${texts.objectionStates[state]}, ${texts.late}` : texts.objectionStates[state]}
              </Status>
            ),
          },
          { head: texts.decideByOn, cell: ({ decideByOn, decidedOn }) => <Day on={decidedOn ?? decideByOn} /> },
          {
            head: texts.answer,
            cell: (objection) =>
              objection.state === 'OPEN' ? (
                <button type="button" onClick={() => setLeaving(objection)}>
                  {texts.withdrawObjection}
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
  const texts = useClaimTexts();
  const announce = useAnnounce();
  const { send, pending, problem, reset } = useRecording('/v1/bezwaren/{objectionId}/intrekkingen');
  const close = (): void => {
    reset();
    onDone();
  };
  const withdraw = async (objectionId: string): Promise<void> => {
    const answer = await send({ path: { objectionId }, body: {} });
    if (answer === undefined) return;
    announce(texts.objectionWithdrawn);
    close();
  };
  return (
    <ConfirmDialog
      open={objection !== undefined}
      title={texts.withdrawObjection}
      confirm={texts.withdrawObjection}
      pending={pending}
      problem={problem}
      onConfirm={() => void withdraw(objection?.objectionId ?? '')}
      onClose={close}
    >
      <p>{texts.withdrawObjectionExplained}</p>
    </ConfirmDialog>
  );
}
