import { useState } from 'react';
import { Link } from 'react-router';
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
  const [open, setOpen] = useState(false);
  if (!UNDECIDED.has(state)) return null;
  return (
    <div className="buttons">
      {state === 'INCOMPLETE' && (
        <Link className="button-link primary" to={`/mijn-declaraties/${claimId}/aanvullen`}>
          {texts.complete}
        </Link>
      )}
      <button type="button" onClick={() => setOpen(true)}>
        {texts.withdraw}
      </button>
      {open && <WithdrawDialog claimId={claimId} etag={etag} onClose={() => setOpen(false)} />}
    </div>
  );
}
