import { useState } from 'react';
import { FormDialog } from '../parts/dialog/form-dialog.js';
import { useSeen } from '../parts/dialog/seen.js';
import { ChoiceField } from '../parts/form/choice-field.js';
import { GroundsField } from '../parts/form/grounds-field.js';
import { useAnnounce } from '../shell/announcer.js';
import type { Schema } from '../shell/api/client.js';
import type { Fault } from '../shell/api/problem.js';
import { useRecording } from '../shell/api/use-recording.js';
import { useObjectionsTexts } from './objections-texts.js';
import { SetAsideField } from './set-aside-field.js';

interface Props {
  readonly objection: Schema<'Objection'>;
  readonly etag: string;
  readonly onClose: () => void;
}

type Outcome = Schema<'DecideObjection'>['outcome'];

/** New facts change what can be set aside without a word in the objection itself. */
const markOf = ({ objection, etag }: Pick<Props, 'objection' | 'etag'>): string =>
  [etag, ...(objection.toDecide?.reasons ?? []).map(({ code }) => code)].join(' ');

/** The decision on an objection, and which reasons it sets aside; somebody takes it who had no part in what is objected to. */
export function DecideDialog({ onClose, ...current }: Props) {
  const texts = useObjectionsTexts();
  const announce = useAnnounce();
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const [setAside, setSetAside] = useState<readonly string[]>([]);
  const [grounds, setGrounds] = useState('');
  const { send, pending, problem, reset } = useRecording('/bezwaren/{objectionId}/beslissingen');
  const looked = useSeen(current, reset, markOf);
  const { objection, etag } = looked.seen;
  const { objectionId } = objection;
  const reasons = objection.toDecide?.reasons ?? [];
  const isUpheld = outcome === 'UPHELD' || outcome === 'PARTLY';
  const check = (): Fault[] =>
    isUpheld && reasons.length > 0 && setAside.length === 0
      ? [{ in: 'body', pointer: '/setAside', code: 'required', message: texts.setAsideWanted }]
      : [];
  const decide = async (): Promise<void> => {
    if (outcome === '') return;
    const body = { outcome, setAside: isUpheld ? [...setAside] : [], grounds };
    const done = await send({ path: { objectionId }, body, ifMatch: etag });
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
      check={check}
      onSubmit={() => void decide()}
      onClose={onClose}
    >
      <ChoiceField
        pointer="/outcome"
        label={texts.decision}
        required
        none={texts.choose}
        options={Object.entries(texts.outcomes)}
        value={outcome}
        onChange={(code) => setOutcome(code as Outcome | '')}
      />
      {isUpheld && <SetAsideField reasons={reasons} value={setAside} onChange={setSetAside} />}
      <GroundsField value={grounds} onChange={setGrounds} />
    </FormDialog>
  );
}
