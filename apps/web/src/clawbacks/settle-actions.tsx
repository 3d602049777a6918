import { SettleClawback } from '../parts/clawback/settle-clawback.js';
import { DialogButton } from '../parts/dialog/dialog-button.js';
import type { Schema } from '../shell/api/client.js';
import { useSignedIn } from '../shell/session/who-works.js';
import { useClawbacksTexts } from './clawbacks-texts.js';
import { WriteOffDialog } from './write-off-dialog.js';

interface Props {
  readonly clawback: Schema<'Clawback'>;
  readonly etag: string;
}

/** How a decided clawback ends: finance records what comes back, an uninvolved second approver gives up the rest. */
export function SettleActions({ clawback, etag }: Props) {
  const texts = useClawbacksTexts();
  const { roles } = useSignedIn();
  const mayApprove = roles.includes('APPROVER2');
  const isInvolved = clawback.toDecide?.involved === true;
  return (
    <>
      <p className="hint">{texts.whoSettles}</p>
      {mayApprove && isInvolved && <p className="notice notice-attention">{texts.mayNotWriteOff}</p>}
      <div className="buttons">
        <SettleClawback clawbackId={clawback.clawbackId} />
        {mayApprove && !isInvolved && (
          <DialogButton
            label={texts.writeOff}
            dialog={(onClose) => <WriteOffDialog clawback={clawback} etag={etag} onClose={onClose} />}
          />
        )}
      </div>
    </>
  );
}
