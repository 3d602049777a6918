import { useState } from 'react';
import { FormDialog } from '../parts/dialog/form-dialog.js';
import { useSeen } from '../parts/dialog/seen.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import type { Schema } from '../shell/api/client.js';
import { useRecording } from '../shell/api/use-recording.js';
import { useBatchesTexts } from './batches-texts.js';
import { ReasonField } from './cancel-dialog.js';
import { OffsetDialog } from './offset-dialog.js';

interface Props {
  readonly batchId: string;
  readonly line: Schema<'Batch'>['lines'][number];
  readonly etag: string;
}

/** What an officer can do with one line before the batch is released: hold it, free it, or set off what the provider owes. */
export function LineActions({ batchId, line, etag }: Props) {
  const texts = useBatchesTexts();
  const [chosen, setChosen] = useState<'hold' | 'offset' | undefined>();
  const free = useRecording('/betaalbatches/{batchId}/regels/{claimId}/vrijgaven');
  const { claimId, state } = line;
  const close = (): void => setChosen(undefined);
  return (
    <>
      <div className="row-actions">
        {state === 'OPEN' && (
          <>
            <button type="button" onClick={() => setChosen('hold')} aria-label={texts.holdLine(claimId)}>
              {texts.hold}
            </button>
            <button type="button" onClick={() => setChosen('offset')} aria-label={texts.offsetLine(claimId)}>
              {texts.offsetNow}
            </button>
          </>
        )}
        {state === 'HELD' && (
          <button
            type="button"
            aria-label={texts.freeLine(claimId)}
            disabled={free.pending}
            onClick={() => void free.send({ path: { batchId, claimId }, body: {}, ifMatch: etag })}
          >
            {texts.free}
          </button>
        )}
      </div>
      <ProblemNotice problem={free.problem} />
      {chosen === 'hold' && <HoldDialog batchId={batchId} claimId={claimId} etag={etag} onClose={close} />}
      {chosen === 'offset' && <OffsetDialog batchId={batchId} line={line} etag={etag} onClose={close} />}
    </>
  );
}

interface HoldProps {
  readonly batchId: string;
  readonly claimId: string;
  readonly etag: string;
  readonly onClose: () => void;
}

function HoldDialog({ onClose, ...current }: HoldProps) {
  const texts = useBatchesTexts();
  const [reason, setReason] = useState('');
  const { send, pending, problem, reset } = useRecording('/betaalbatches/{batchId}/regels/{claimId}/aanhoudingen');
  const looked = useSeen(current, reset);
  const { batchId, claimId, etag } = looked.seen;
  const hold = async (): Promise<void> => {
    const done = await send({ path: { batchId, claimId }, body: { reason }, ifMatch: etag });
    if (done !== undefined) onClose();
  };
  return (
    <FormDialog
      open
      title={texts.holdLine(claimId)}
      submit={texts.hold}
      pending={pending}
      problem={problem}
      looked={looked}
      onSubmit={() => void hold()}
      onClose={onClose}
    >
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}
