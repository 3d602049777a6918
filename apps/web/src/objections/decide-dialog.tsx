import { useState } from 'react';
import { FormDialog } from '../parts/dialog/form-dialog.js';
import { useSeen } from '../parts/dialog/seen.js';
import { ChoiceField } from '../parts/form/choice-field.js';
import { GroundsField } from '../parts/form/grounds-field.js';
import { Loaded } from '../parts/loading.js';
import { useAnnounce } from '../shell/announcer.js';
import type { Schema } from '../shell/api/client.js';
import { useReading } from '../shell/api/use-reading.js';
import { useRecording } from '../shell/api/use-recording.js';
import { useBilingual } from '../shell/language/language.js';
import { useObjectionsTexts } from './objections-texts.js';

interface Props {
  readonly objection: Schema<'Objection'>;
  readonly etag: string;
  readonly onClose: () => void;
}

type Outcome = Schema<'DecideObjection'>['outcome'];

/** The decision on an objection, and which reasons it sets aside; somebody takes it who had no part in what is objected to. */
export function DecideDialog({ onClose, ...current }: Props) {
  const texts = useObjectionsTexts();
  const announce = useAnnounce();
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const [setAside, setSetAside] = useState<readonly string[]>([]);
  const [grounds, setGrounds] = useState('');
  const { send, pending, problem, reset } = useRecording('/v1/bezwaren/{objectionId}/beslissingen');
  const looked = useSeen(current, reset);
  const { objection, etag } = looked.seen;
  const { objectionId, claimId } = objection;
  const isUpheld = outcome === 'UPHELD' || outcome === 'PARTLY';
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
      {isUpheld && <SetAsideField claimId={claimId} value={setAside} onChange={setSetAside} />}
      <GroundsField value={grounds} onChange={setGrounds} />
    </FormDialog>
  );
}

interface SetAsideProps {
  readonly claimId: string;
  readonly value: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

/** The reasons of the claim that no longer stand in its way. */
function SetAsideField({ claimId, value, onChange }: SetAsideProps) {
  const texts = useObjectionsTexts();
  const said = useBilingual();
  const claim = useReading('/v1/claims/{claimId}', { path: { claimId } });
  return (
    <fieldset className="field">
      <legend>{texts.whatIsSetAside}</legend>
      <Loaded reading={claim}>
        {({ reasons }) =>
          reasons.map(({ code, text }) => (
            <label key={code} className="choice">
              <input
                type="checkbox"
                checked={value.includes(code)}
                onChange={({ target }) =>
                  onChange(value.filter((one) => one !== code).concat(target.checked ? [code] : []))
                }
              />{' '}
              {said(text)}
            </label>
          ))
        }
      </Loaded>
    </fieldset>
  );
}
