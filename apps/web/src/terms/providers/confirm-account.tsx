import { useState } from 'react';
import { ConfirmDialog } from '../../parts/dialog/confirm-dialog.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useTermsTexts } from '../terms-texts.js';

interface Props {
  readonly providerId: string;
  readonly account: Schema<'Account'>;
  readonly etag: string;
}

const PATH = '/v1/aanbieders/{providerId}/rekeningen/{accountId}/bevestigingen';

/** Somebody other than who registered the account says that it is the provider's. */
export function ConfirmAccount({ providerId, account: { accountId, iban }, etag }: Props) {
  const texts = useTermsTexts();
  const announce = useAnnounce();
  const [open, setOpen] = useState(false);
  const { send, pending, problem, reset } = useRecording(PATH);
  const confirm = async (): Promise<void> => {
    const answer = await send({ path: { providerId, accountId }, ifMatch: etag, body: {} });
    if (answer === undefined) return;
    announce(texts.done);
    setOpen(false);
  };
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {texts.confirmAccount}
      </button>
      <ConfirmDialog
        open={open}
        title={texts.confirmAccountTitle(providerId, iban)}
        confirm={texts.confirmAccount}
        pending={pending}
        problem={problem}
        onConfirm={() => void confirm()}
        onClose={() => {
          reset();
          setOpen(false);
        }}
      >
        <p>{texts.confirmAccountExplained}</p>
      </ConfirmDialog>
    </>
  );
}
