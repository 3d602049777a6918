import { ConfirmDialog } from '../parts/dialog/confirm-dialog.js';
import { useSeen } from '../parts/dialog/seen.js';
import { Money } from '../parts/values.js';
import { useAnnounce } from '../shell/announcer.js';
import type { Schema } from '../shell/api/client.js';
import { useRecording } from '../shell/api/use-recording.js';
import { useClawbacksTexts } from './clawbacks-texts.js';

interface Props {
  readonly clawback: Schema<'Clawback'>;
  readonly etag: string;
  readonly onClose: () => void;
}

/** Afboeking: all that is still outstanding is given up, which is asked once more. */
export function WriteOffDialog({ onClose, ...current }: Props) {
  const texts = useClawbacksTexts();
  const announce = useAnnounce();
  const { send, pending, problem, reset } = useRecording('/terugvorderingen/{clawbackId}/afwikkelingen');
  const looked = useSeen(current, reset);
  const { clawback, etag } = looked.seen;
  const { clawbackId, outstandingCents } = clawback;
  const writeOff = async (): Promise<void> => {
    const done = await send({ path: { clawbackId }, body: { method: 'WRITE_OFF' }, ifMatch: etag });
    if (done === undefined) return;
    announce(texts.writtenOffNow);
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={texts.writeOffTitle}
      confirm={texts.writeOff}
      pending={pending}
      problem={problem}
      looked={looked}
      onConfirm={() => void writeOff()}
      onClose={onClose}
    >
      <p className="outcome">
        {texts.outstanding}: <Money cents={outstandingCents} />
      </p>
      <p>{texts.writeOffExplained}</p>
    </ConfirmDialog>
  );
}
