import { useState } from 'react';
import { ConfirmDialog } from '../../parts/dialog/confirm-dialog.js';
import { useSeen } from '../../parts/dialog/seen.js';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useClaimTexts } from './claim-texts.js';

type Reason = Schema<'WithdrawClaim'>['reason'];

interface Props {
  readonly claimId: string;
  /** The version of the claim that was on the screen. */
  readonly etag: string;
  readonly onClose: () => void;
}

export function WithdrawDialog({ onClose, ...current }: Props) {
  const texts = useClaimTexts();
  const announce = useAnnounce();
  const [reason, setReason] = useState<Reason>('MISTAKE');
  const { send, pending, problem, reset } = useRecording('/claims/{claimId}/intrekkingen');
  const looked = useSeen(current, reset);
  const { claimId, etag } = looked.seen;
  const withdraw = async (): Promise<void> => {
    const answer = await send({ path: { claimId }, body: { reason }, ifMatch: etag });
    if (answer === undefined) return;
    announce(texts.withdrawn);
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={texts.withdraw}
      confirm={texts.withdraw}
      pending={pending}
      problem={problem}
      looked={looked}
      onConfirm={() => void withdraw()}
      onClose={onClose}
    >
      <p>{texts.withdrawExplained}</p>
      <ChoiceField
        pointer="/reason"
        label={texts.withdrawWhy}
        options={Object.entries(texts.withdrawReasons)}
        value={reason}
        onChange={(code) => setReason(code as Reason)}
      />
    </ConfirmDialog>
  );
}
