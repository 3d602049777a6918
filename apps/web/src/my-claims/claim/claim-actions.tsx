import { Link } from 'react-router';
import { DialogButton } from '../../parts/dialog/dialog-button.js';
import type { Schema } from '../../shell/api/client.js';
import { useClaimTexts } from './claim-texts.js';
import { WithdrawDialog } from './withdraw-dialog.js';

/** States in which there is something to withdraw; whether it still can be, the server says. */
const UNDECIDED: ReadonlySet<string> = new Set(['RECEIVED', 'IN_TREATMENT', 'INCOMPLETE', 'ELIGIBLE']);

interface Props {
  readonly claim: Schema<'Claim'>;
  readonly etag: string;
}

/** What the provider itself can do with its claim now. */
export function ClaimActions({ claim: { claimId, state }, etag }: Props) {
  const texts = useClaimTexts();
  if (!UNDECIDED.has(state)) return null;
  return (
    <div className="buttons">
      {state === 'INCOMPLETE' && (
        <Link className="button-link primary" to={`/mijn-declaraties/${claimId}/aanvullen`}>
          {texts.complete}
        </Link>
      )}
      <DialogButton
        label={texts.withdraw}
        dialog={(onClose) => <WithdrawDialog claimId={claimId} etag={etag} onClose={onClose} />}
      />
    </div>
  );
}
