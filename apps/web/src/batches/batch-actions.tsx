import { useState } from 'react';
import { ConfirmDialog } from '../parts/dialog/confirm-dialog.js';
import { useSeen } from '../parts/dialog/seen.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { SaveButton } from '../parts/save-button.js';
import { Money } from '../parts/values.js';
import { useAnnounce } from '../shell/announcer.js';
import type { Schema } from '../shell/api/client.js';
import { send as fetchFile } from '../shell/api/send.js';
import { useRecording } from '../shell/api/use-recording.js';
import { useSignedIn } from '../shell/session/who-works.js';
import { useBatchesTexts } from './batches-texts.js';
import { CancelDialog } from './cancel-dialog.js';
import { countGoing } from './lines-that-go.js';

interface Props {
  readonly batch: Schema<'Batch'>;
  readonly etag: string;
}

/** What can be done with a batch as it stands: release, cancel, make the file, save the file. */
export function BatchActions({ batch, etag }: Props) {
  const texts = useBatchesTexts();
  const { roles } = useSignedIn();
  const [chosen, setChosen] = useState<'release' | 'cancel' | undefined>();
  const { batchId, status } = batch;
  const isOfficer = roles.includes('OFFICER');
  const close = (): void => setChosen(undefined);
  return (
    <div className="buttons">
      {isOfficer && status === 'PREPARED' && (
        <>
          <button type="button" className="primary" onClick={() => setChosen('release')}>
            {texts.release}
          </button>
          <button type="button" onClick={() => setChosen('cancel')}>
            {texts.cancelBatch}
          </button>
        </>
      )}
      {isOfficer && status === 'RELEASED' && <MakeFile batchId={batchId} />}
      {status === 'EXPORTED' && (
        <SaveButton
          label={texts.saveFile}
          name={`${batchId}.xml`}
          content={async () =>
            (await fetchFile({ path: `/v1/betaalbatches/${batchId}/betaalbestand`, accept: 'application/xml' })).blob()
          }
        />
      )}
      {chosen === 'release' && <ReleaseDialog batch={batch} etag={etag} onClose={close} />}
      {chosen === 'cancel' && <CancelDialog batchId={batchId} etag={etag} onClose={close} />}
    </div>
  );
}

function MakeFile({ batchId }: { readonly batchId: string }) {
  const texts = useBatchesTexts();
  const announce = useAnnounce();
  const { send, pending, problem } = useRecording('/betaalbatches/{batchId}/betaalbestand');
  const make = async (): Promise<void> => {
    const done = await send({ path: { batchId }, body: {} });
    if (done !== undefined) announce(texts.fileMade);
  };
  return (
    <>
      <button type="button" className="primary" disabled={pending} onClick={() => void make()}>
        {texts.makeFile}
      </button>
      <ProblemNotice problem={problem} />
    </>
  );
}

/** The one who releases pays, and is another than the one who prepared. */
function ReleaseDialog({ onClose, ...current }: Props & { readonly onClose: () => void }) {
  const texts = useBatchesTexts();
  const announce = useAnnounce();
  const { subject } = useSignedIn();
  const { send, pending, problem, reset } = useRecording('/betaalbatches/{batchId}/vrijgaven');
  const looked = useSeen(current, reset);
  const { batch, etag } = looked.seen;
  const { batchId, lines, controlSumCents, preparer } = batch;
  const isPreparer = subject === preparer;
  const release = async (): Promise<void> => {
    const done = await send({ path: { batchId }, body: {}, ifMatch: etag });
    if (done === undefined) return;
    const dropped = done.data.lines.filter(({ state }) => state === 'DROPPED').length;
    announce(texts.released(dropped));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={texts.releaseTitle}
      confirm={texts.release}
      pending={pending}
      problem={problem}
      looked={looked}
      allowed={!isPreparer}
      onConfirm={() => void release()}
      onClose={onClose}
    >
      <p className="outcome">
        <Money cents={controlSumCents} /> ({texts.lineCount(countGoing(lines))})
      </p>
      <p>{texts.releaseExplained}</p>
      {isPreparer && (
        <div className="notice notice-bad">
          <p>{texts.preparerMayNot}</p>
        </div>
      )}
    </ConfirmDialog>
  );
}
