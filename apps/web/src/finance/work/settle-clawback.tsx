import { useState } from 'react';
import { DialogButton } from '../../parts/dialog/dialog-button.js';
import { FormDialog } from '../../parts/dialog/form-dialog.js';
import { Modal } from '../../parts/dialog/modal.js';
import { useSeen } from '../../parts/dialog/seen.js';
import { Loaded } from '../../parts/loading.js';
import { Money } from '../../parts/values.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import type { Fault } from '../../shell/api/problem.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { amountText, centsFrom } from '../../shell/language/format.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useFinanceTexts } from '../finance-texts.js';
import { SettleFields, type Settling } from './settle-fields.js';

/** Records what was paid back on an invoice, in one go or in parts; what is set off, a batch settles by itself. */
export function SettleClawback({ clawbackId }: { readonly clawbackId: string }) {
  const texts = useFinanceTexts();
  const { roles } = useSignedIn();
  if (!roles.includes('FINANCE')) return null;
  return (
    <DialogButton
      label={texts.settle}
      dialog={(onClose) => <SettleDialog clawbackId={clawbackId} onClose={onClose} />}
    />
  );
}

interface Props {
  readonly clawbackId: string;
  readonly onClose: () => void;
}

function SettleDialog({ clawbackId, onClose }: Props) {
  const texts = useFinanceTexts();
  const reading = useReading('/v1/terugvorderingen/{clawbackId}', { path: { clawbackId } }, { live: true });
  const { data } = reading;
  if (data?.etag !== undefined) return <SettleForm clawback={data.data} etag={data.etag} onClose={onClose} />;
  return (
    <Modal open title={texts.settleTitle} onClose={onClose}>
      <Loaded reading={reading}>{() => null}</Loaded>
    </Modal>
  );
}

interface FormProps {
  readonly clawback: Schema<'Clawback'>;
  readonly etag: string;
  readonly onClose: () => void;
}

function SettleForm({ onClose, ...current }: FormProps) {
  const texts = useFinanceTexts();
  const announce = useAnnounce();
  const { send, pending, problem, reset } = useRecording('/v1/terugvorderingen/{clawbackId}/afwikkelingen');
  const looked = useSeen(current, reset);
  const { clawback, etag } = looked.seen;
  const { clawbackId, outstandingCents } = clawback;
  const [typed, setTyped] = useState<Settling>({ amount: amountText(outstandingCents), settledOn: '' });
  const { amount, settledOn } = typed;
  const cents = centsFrom(amount);
  const check = (): Fault[] =>
    cents === undefined ? [{ in: 'body', pointer: '/cents', code: 'misshapen', message: texts.wrongAmount }] : [];
  const settle = async (): Promise<void> => {
    const body = { method: 'INVOICE' as const, cents: cents ?? 0, settledOn };
    if ((await send({ path: { clawbackId }, ifMatch: etag, body })) === undefined) return;
    announce(texts.settled);
    onClose();
  };
  return (
    <FormDialog
      open
      title={texts.settleTitle}
      submit={texts.record}
      pending={pending}
      problem={problem}
      looked={looked}
      check={check}
      onSubmit={() => void settle()}
      onClose={onClose}
    >
      <p className="outcome">
        {texts.outstanding}: <Money cents={outstandingCents} />
      </p>
      <p>{texts.settleExplained}</p>
      <SettleFields typed={typed} onType={setTyped} />
    </FormDialog>
  );
}
