import { ConfirmDialog } from '../../parts/dialog/confirm-dialog.js';
import type { RecordedFact } from '../../parts/facts/facts-table.js';
import { Money } from '../../parts/values.js';
import { useAnnounce } from '../../shell/announcer.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useBilingual } from '../../shell/language/language.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useClaimsTexts } from '../claims-texts.js';
import { Reasons } from '../decision.js';
import { useSeenClaim, type SeenClaim } from './seen-claim.js';
import { WhatChanged } from './what-changed.js';
import { barredBy } from './who-may.js';

interface Props {
  readonly current: SeenClaim;
  readonly events: readonly RecordedFact[];
  readonly onClose: () => void;
}

/** Fiattering: says to whom, how much, and on exactly which decision; and who may not, and why. */
export function ApproveDialog({ current, events, onClose }: Props) {
  const texts = useClaimsTexts();
  const announce = useAnnounce();
  const { send, pending, problem, reset } = useRecording('/claims/{claimId}/beoordelingen');
  const looked = useSeenClaim(current, reset);
  const { seen } = looked;
  const { claimId, providerId, cents, determinationId, decisionHash, definition, reasons, state } = seen.claim;
  const duty = state === 'APPROVED_1' ? 'APPROVE_2' : 'APPROVE_1';
  const barred = useBarred(duty, claimId, events);
  const approve = async (): Promise<void> => {
    if (determinationId === undefined || decisionHash === undefined) return;
    const body = { decision: 'APPROVE' as const, determinationId, decisionHash };
    const done = await send({ path: { claimId }, body, ifMatch: seen.etag });
    if (done === undefined) return;
    announce(texts.approved);
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={texts.approveTitle(duty === 'APPROVE_1' ? 1 : 2)}
      confirm={texts.approve}
      pending={pending}
      problem={problem}
      looked={looked}
      whatChanged={<WhatChanged seen={seen} current={current} />}
      allowed={barred.length === 0}
      onConfirm={() => void approve()}
      onClose={onClose}
    >
      <p className="outcome">
        <Money cents={cents} /> {texts.to} <strong>{providerId}</strong>
      </p>
      <Reasons reasons={reasons} />
      <dl className="facts">
        <dt>{texts.claim}</dt>
        <dd>{claimId}</dd>
        <dt>{texts.definition}</dt>
        <dd>{definition}</dd>
        <dt>{texts.decisionHash}</dt>
        <dd className="hash">{decisionHash}</dd>
      </dl>
      <WhoMayNot duty={duty} barred={barred} />
    </ConfirmDialog>
  );
}

function useBarred(duty: string, claimId: string, events: readonly RecordedFact[]): ReturnType<typeof barredBy> {
  const { subject } = useSignedIn();
  const { data } = useReading('/functiescheiding', {});
  return barredBy({ duty, duties: data?.data.results ?? [], events, claimId, subject });
}

interface WhoProps {
  readonly duty: string;
  readonly barred: ReturnType<typeof barredBy>;
}

function WhoMayNot({ duty, barred }: WhoProps) {
  const texts = useClaimsTexts();
  const said = useBilingual();
  const { data } = useReading('/functiescheiding', {});
  const duties = data?.data.results ?? [];
  const notAfter = duties.find((one) => one.duty === duty)?.notAfter ?? [];
  const namesOf = (these: readonly { readonly duty: string }[]): string =>
    duties.flatMap((one) => (these.some((other) => other.duty === one.duty) ? [said(one.text)] : [])).join(', ');
  return barred.length > 0 ? (
    <div className="notice notice-bad">
      <p>{texts.youMayNot(namesOf(barred))}</p>
    </div>
  ) : (
    <p className="hint">{texts.whoMayNot(namesOf(notAfter.map((one) => ({ duty: one }))))}</p>
  );
}
