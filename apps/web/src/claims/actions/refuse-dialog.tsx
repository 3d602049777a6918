import { useState } from 'react';
import { FormDialog } from '../../parts/dialog/form-dialog.js';
import { GroundsField } from '../../parts/form/grounds-field.js';
import { useAnnounce } from '../../shell/announcer.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useClaimsTexts } from '../claims-texts.js';
import { useSeenClaim, type SeenClaim } from './seen-claim.js';
import { WhatChanged } from './what-changed.js';

interface Props {
  readonly current: SeenClaim;
  readonly onClose: () => void;
}

/** Refusing to approve: the claim goes back to review with the grounds. */
export function RefuseDialog({ current, onClose }: Props) {
  const texts = useClaimsTexts();
  const announce = useAnnounce();
  const [grounds, setGrounds] = useState('');
  const { send, pending, problem, reset } = useRecording('/claims/{claimId}/beoordelingen');
  const looked = useSeenClaim(current, reset);
  const { seen } = looked;
  const { claimId, determinationId, decisionHash } = seen.claim;
  const refuse = async (): Promise<void> => {
    if (determinationId === undefined || decisionHash === undefined) return;
    const body = { decision: 'REFUSE' as const, determinationId, decisionHash, grounds };
    const done = await send({ path: { claimId }, body, ifMatch: seen.etag });
    if (done === undefined) return;
    announce(texts.refused);
    onClose();
  };
  return (
    <FormDialog
      open
      title={texts.refuseTitle}
      submit={texts.refuse}
      pending={pending}
      problem={problem}
      looked={looked}
      whatChanged={<WhatChanged seen={seen} current={current} />}
      onSubmit={() => void refuse()}
      onClose={onClose}
    >
      <p>{texts.refuseExplained}</p>
      <GroundsField value={grounds} onChange={setGrounds} />
    </FormDialog>
  );
}
