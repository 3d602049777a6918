import { useState } from 'react';
import { FormDialog } from '../parts/dialog/form-dialog.js';
import { useSeen } from '../parts/dialog/seen.js';
import { ChoiceField } from '../parts/form/choice-field.js';
import { useRecording } from '../shell/api/use-recording.js';
import { useBatchesTexts } from './batches-texts.js';

interface Props {
  readonly batchId: string;
  readonly etag: string;
  readonly onClose: () => void;
}

/** A batch that is not to be paid: its claims can go into another one. */
export function CancelDialog({ onClose, ...current }: Props) {
  const texts = useBatchesTexts();
  const [reason, setReason] = useState('');
  const { send, pending, problem, reset } = useRecording('/betaalbatches/{batchId}/annuleringen');
  const looked = useSeen(current, reset);
  const { batchId, etag } = looked.seen;
  const cancel = async (): Promise<void> => {
    const done = await send({ path: { batchId }, body: { reason }, ifMatch: etag });
    if (done !== undefined) onClose();
  };
  return (
    <FormDialog
      open
      title={texts.cancelTitle}
      submit={texts.cancelBatch}
      cancel={texts.keepBatch}
      pending={pending}
      problem={problem}
      looked={looked}
      onSubmit={() => void cancel()}
      onClose={onClose}
    >
      <p>{texts.cancelExplained}</p>
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}

interface ReasonProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** Why a batch is cancelled or a line held. */
export function ReasonField({ value, onChange }: ReasonProps) {
  const texts = useBatchesTexts();
  return (
    <ChoiceField
      pointer="/reason"
      label={texts.reason}
      required
      none={texts.choose}
      options={Object.entries(texts.reasons)}
      value={value}
      onChange={onChange}
    />
  );
}
