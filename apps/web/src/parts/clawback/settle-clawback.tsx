import { useState } from 'react';
import { DialogButton } from '../dialog/dialog-button.js';
import { FormDialog } from '../dialog/form-dialog.js';
import { Modal } from '../dialog/modal.js';
import { useSeen } from '../dialog/seen.js';
import { Loaded } from '../loading.js';
import { Money } from '../values.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import type { Fault } from '../../shell/api/problem.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { amountText, centsFrom, moneyText } from '../../shell/language/format.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useClawbackTexts } from './clawback-texts.js';
import { SettleFields, type Settling } from './settle-fields.js';

/** Records what came back, in one go or in parts: on an invoice, or set off in a batch that did not tell so by itself. */
export function SettleClawback({ clawbackId }: { readonly clawbackId: string }) {
  const texts = useClawbackTexts();
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
  const texts = useClawbackTexts();
  const reading = useReading('/terugvorderingen/{clawbackId}', { path: { clawbackId } }, { live: true });
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
  const texts = useClawbackTexts();
  const announce = useAnnounce();
  const { send, pending, problem, reset } = useRecording('/terugvorderingen/{clawbackId}/afwikkelingen');
  const looked = useSeen(current, reset);
  const { clawback, etag } = looked.seen;
  const { clawbackId, outstandingCents } = clawback;
  const [typed, setTyped] = useState<Settling>({
    method: 'INVOICE',
    amount: amountText(outstandingCents),
    settledOn: '',
    batchId: '',
  });
  const cents = centsFrom(typed.amount) ?? 0;
  const check = (): Fault[] => {
    if (cents > 0 && cents <= outstandingCents) return [];
    const message = texts.wrongAmount(moneyText(outstandingCents));
    return [{ in: 'body', pointer: '/cents', code: 'misshapen', message }];
  };
  const settle = async (): Promise<void> => {
    if ((await send({ path: { clawbackId }, ifMatch: etag, body: bodyOf(typed, cents) })) === undefined) return;
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
      <SettleFields typed={typed} onType={setTyped} />
    </FormDialog>
  );
}

const bodyOf = ({ method, settledOn, batchId }: Settling, cents: number): Schema<'SettleClawback'> =>
  method === 'OFFSET' ? { method, cents, settledOn, batchId } : { method, cents, settledOn };
