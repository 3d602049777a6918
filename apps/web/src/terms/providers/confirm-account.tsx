import { ConfirmDialog } from '../../parts/dialog/confirm-dialog.js';
import { DialogButton } from '../../parts/dialog/dialog-button.js';
import { useSeen } from '../../parts/dialog/seen.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useTermsTexts } from '../terms-texts.js';

interface Props {
  readonly providerId: string;
  readonly account: Schema<'Account'>;
  readonly etag: string;
}

const PATH = '/aanbieders/{providerId}/rekeningen/{accountId}/bevestigingen';

/** Somebody other than who registered the account says that it is the provider's. */
export function ConfirmAccount(props: Props) {
  const texts = useTermsTexts();
  return <DialogButton label={texts.confirmAccount} dialog={(onClose) => <Confirm {...props} onClose={onClose} />} />;
}

function Confirm({ onClose, ...current }: Props & { readonly onClose: () => void }) {
  const texts = useTermsTexts();
  const announce = useAnnounce();
  const { send, pending, problem, reset } = useRecording(PATH);
  const looked = useSeen(current, reset);
  const { providerId, account, etag } = looked.seen;
  const { accountId, iban } = account;
  const confirm = async (): Promise<void> => {
    const answer = await send({ path: { providerId, accountId }, ifMatch: etag, body: {} });
    if (answer === undefined) return;
    announce(texts.done);
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={texts.confirmAccountTitle(providerId, iban)}
      confirm={texts.confirmAccount}
      pending={pending}
      problem={problem}
      looked={looked}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{texts.confirmAccountExplained}</p>
    </ConfirmDialog>
  );
}
