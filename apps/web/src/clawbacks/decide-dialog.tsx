import { useState } from 'react';
import { FormDialog } from '../parts/dialog/form-dialog.js';
import { useSeen } from '../parts/dialog/seen.js';
import { ChoiceField } from '../parts/form/choice-field.js';
import { GroundsField } from '../parts/form/grounds-field.js';
import { Money } from '../parts/values.js';
import { useAnnounce } from '../shell/announcer.js';
import type { Schema } from '../shell/api/client.js';
import { useRecording } from '../shell/api/use-recording.js';
import { useClawbacksTexts } from './clawbacks-texts.js';

interface Props {
  readonly clawback: Schema<'Clawback'>;
  readonly etag: string;
  readonly onClose: () => void;
}

type Choice = 'RECLAIM' | 'WITHDRAW';

/** The decision on a clawback: somebody who neither approved nor paid takes it, after the provider could be heard. */
export function DecideDialog({ onClose, ...current }: Props) {
  const texts = useClawbacksTexts();
  const announce = useAnnounce();
  const [decision, setDecision] = useState<Choice | ''>('');
  const [grounds, setGrounds] = useState('');
  const { send, pending, problem, reset } = useRecording('/terugvorderingen/{clawbackId}/beslissingen');
  const looked = useSeen(current, reset);
  const { clawback, etag } = looked.seen;
  const { clawbackId, cents } = clawback;
  const decide = async (): Promise<void> => {
    if (decision === '') return;
    const done = await send({ path: { clawbackId }, body: { decision, grounds }, ifMatch: etag });
    if (done === undefined) return;
    announce(texts.decided);
    onClose();
  };
  return (
    <FormDialog
      open
      title={texts.decide}
      submit={texts.record}
      pending={pending}
      problem={problem}
      looked={looked}
      onSubmit={() => void decide()}
      onClose={onClose}
    >
      <p className="outcome">
        <Money cents={cents} />
      </p>
      <p>{texts.decideExplained}</p>
      <ChoiceField
        pointer="/decision"
        label={texts.decision}
        required
        none={texts.choose}
        options={Object.entries(texts.decisions)}
        value={decision}
        onChange={(code) => setDecision(code as Choice | '')}
      />
      <GroundsField value={grounds} onChange={setGrounds} />
    </FormDialog>
  );
}
