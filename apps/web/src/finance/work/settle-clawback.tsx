import { useState } from 'react';
import { FormDialog } from '../../parts/dialog/form-dialog.js';
import { Loading } from '../../parts/loading.js';
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
export function SettleClawback({ clawback }: { readonly clawback: Schema<'ListedClawback'> }) {
  const texts = useFinanceTexts();
  const announce = useAnnounce();
  const { roles } = useSignedIn();
  const { clawbackId, outstandingCents } = clawback;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<Settling>({
    amount: amountText(outstandingCents),
    settledOn: '',
  });
  const seen = useReading('/v1/terugvorderingen/{clawbackId}', { path: { clawbackId } }, { enabled: open });
  const { send, pending, problem, reset } = useRecording('/v1/terugvorderingen/{clawbackId}/afwikkelingen');
  if (!roles.includes('FINANCE')) return null;
  const { amount, settledOn } = typed;
  const cents = centsFrom(amount);
  const check = (): Fault[] =>
    cents === undefined ? [{ in: 'body', pointer: '/cents', code: 'misshapen', message: texts.wrongAmount }] : [];
  const settle = async (): Promise<void> => {
    const body = { method: 'INVOICE' as const, cents: cents ?? 0, settledOn };
    const answer = await send({ path: { clawbackId }, ifMatch: seen.data?.etag ?? '', body });
    if (answer === undefined) return;
    announce(texts.settled);
    setOpen(false);
  };
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {texts.settle}
      </button>
      <FormDialog
        open={open}
        title={texts.settleTitle}
        submit={texts.record}
        pending={pending}
        problem={problem}
        check={check}
        onSubmit={() => void settle()}
        onClose={() => {
          reset();
          setOpen(false);
        }}
      >
        <p>{texts.settleExplained}</p>
        {seen.data === undefined ? <Loading /> : <SettleFields typed={typed} onType={setTyped} />}
      </FormDialog>
    </>
  );
}
