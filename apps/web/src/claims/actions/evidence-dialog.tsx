import { ConfirmDialog } from '../../parts/dialog/confirm-dialog.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { letterIdOf } from '../../parts/letter/letter-id.js';
import { useClaimsTexts } from '../claims-texts.js';
import { Reasons } from '../decision.js';

interface Props {
  readonly claim: Schema<'Claim'>;
  readonly onClose: () => void;
}

/** Verzoek om bewijs: the provider gets a letter and a term; only after it may the want of evidence count. */
export function EvidenceDialog({ claim: { claimId, providerId, determinationId = '', reasons }, onClose }: Props) {
  const texts = useClaimsTexts();
  const announce = useAnnounce();
  const { send, pending, problem } = useRecording('/claims/{claimId}/bewijsverzoeken');
  const ask = async (): Promise<void> => {
    const done = await send({ path: { claimId }, body: { letterId: letterIdOf('REVIEW', determinationId) } });
    if (done === undefined) return;
    announce(texts.evidenceAsked);
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={texts.askEvidence}
      confirm={texts.ask}
      pending={pending}
      problem={problem}
      onConfirm={() => void ask()}
      onClose={onClose}
    >
      <p>{texts.askEvidenceExplained(providerId)}</p>
      <Reasons reasons={reasons.filter(({ kind }) => kind === 'OPEN')} />
    </ConfirmDialog>
  );
}
