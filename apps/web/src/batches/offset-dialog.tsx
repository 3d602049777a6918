import { useState } from 'react';
import { FormDialog } from '../parts/dialog/form-dialog.js';
import { Modal } from '../parts/dialog/modal.js';
import { useSeen } from '../parts/dialog/seen.js';
import { AmountField } from '../parts/form/amount-field.js';
import { ChoiceField } from '../parts/form/choice-field.js';
import { Loaded } from '../parts/loading.js';
import { Money } from '../parts/values.js';
import { useAnnounce } from '../shell/announcer.js';
import type { Schema } from '../shell/api/client.js';
import type { Fault } from '../shell/api/problem.js';
import { useReading } from '../shell/api/use-reading.js';
import { useRecording } from '../shell/api/use-recording.js';
import { amountText, centsFrom, moneyText } from '../shell/language/format.js';
import { useBatchesTexts } from './batches-texts.js';

type Line = Schema<'Batch'>['lines'][number];
type Owed = Schema<'ListedClawback'>;

interface Props {
  readonly batchId: string;
  readonly line: Line;
  readonly etag: string;
  readonly onClose: () => void;
}

const PAGE_SIZE = 100;

/** Verrekening: what this provider must pay back is taken off what it is paid, before anybody releases the batch. */
export function OffsetDialog(props: Props) {
  const texts = useBatchesTexts();
  const { line, onClose } = props;
  const query = { state: 'DECIDED' as const, providerId: line.providerId ?? '', pageSize: PAGE_SIZE };
  const clawbacks = useReading('/terugvorderingen', { query });
  const owed = clawbacks.data?.data.results ?? [];
  if (owed.length > 0) return <OffsetForm {...props} owed={owed} />;
  return (
    <Modal open title={texts.offsetLine(line.claimId)} onClose={onClose}>
      <Loaded reading={clawbacks}>{() => <p>{texts.nothingOwed(line.providerId ?? '')}</p>}</Loaded>
      <div className="buttons">
        <button type="button" onClick={onClose}>
          {texts.close}
        </button>
      </div>
    </Modal>
  );
}

/** A cent of the bonus at least is paid: a line of nothing the bank cannot carry. */
const mostOf = ({ cents, offsets }: Line, owed: Owed | undefined): number =>
  Math.min(owed?.outstandingCents ?? 0, cents - offsets.reduce((sum, offset) => sum + offset.cents, 0) - 1);

function OffsetForm({ onClose, owed, ...current }: Props & { readonly owed: readonly Owed[] }) {
  const texts = useBatchesTexts();
  const announce = useAnnounce();
  const { send, pending, problem, reset } = useRecording('/betaalbatches/{batchId}/regels/{claimId}/verrekeningen');
  const looked = useSeen(current, reset);
  const { batchId, line, etag } = looked.seen;
  const [chosen, setChosen] = useState(owed[0]?.clawbackId ?? '');
  const [amount, setAmount] = useState(amountText(mostOf(line, owed[0])));
  const { claimId, netCents } = line;
  const cents = centsFrom(amount);
  const of = (id: string): Owed | undefined => owed.find(({ clawbackId }) => clawbackId === id);
  const choose = (clawbackId: string): void => {
    setChosen(clawbackId);
    setAmount(amountText(mostOf(line, of(clawbackId))));
  };
  const check = (): Fault[] => {
    const most = mostOf(line, of(chosen));
    if (cents !== undefined && cents > 0 && cents <= most) return [];
    return [{ in: 'body', pointer: '/cents', code: 'misshapen', message: texts.wrongOffset(moneyText(most)) }];
  };
  const offset = async (): Promise<void> => {
    const body = { clawbackId: chosen, cents: cents ?? 0 };
    const done = await send({ path: { batchId, claimId }, body, ifMatch: etag });
    if (done === undefined) return;
    announce(texts.offsetDone);
    onClose();
  };
  return (
    <FormDialog
      open
      title={texts.offsetLine(claimId)}
      submit={texts.offsetNow}
      pending={pending}
      problem={problem}
      looked={looked}
      check={check}
      onSubmit={() => void offset()}
      onClose={onClose}
    >
      <p>{texts.offsetExplained}</p>
      <p className="outcome">
        {texts.net} <Money cents={netCents} />
      </p>
      <ChoiceField
        pointer="/clawbackId"
        label={texts.clawback}
        options={owed.map((one) => [one.clawbackId, texts.owed(one.claimId, moneyText(one.outstandingCents))])}
        value={chosen}
        onChange={choose}
      />
      <AmountField
        pointer="/cents"
        label={texts.offsetAmount}
        hint={texts.amountHint}
        value={amount}
        onType={setAmount}
      />
    </FormDialog>
  );
}
