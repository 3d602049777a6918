import { useState } from 'react';
import { FormDialog } from '../../parts/dialog/form-dialog.js';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { GroundsField } from '../../parts/form/grounds-field.js';
import { useAnnounce } from '../../shell/announcer.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useBilingual } from '../../shell/language/language.js';
import { useClaimsTexts } from '../claims-texts.js';
import { APPROVAL_REFUSED } from '../refusal.js';
import type { SeenClaim } from './seen-claim.js';

interface Props {
  readonly current: SeenClaim;
  readonly onClose: () => void;
}

type Result = 'CLOSED' | 'FAILED';

/** Afdoening: an officer answers what the rules cannot, reason by reason, and says on what grounds. */
export function ReviewDialog({ current: { claim, etag }, onClose }: Props) {
  const texts = useClaimsTexts();
  const said = useBilingual();
  const announce = useAnnounce();
  const open = claim.reasons.filter(({ kind }) => kind === 'OPEN');
  const [codes, setCodes] = useState<readonly string[]>(open.length === 1 ? open.map(({ code }) => code) : []);
  const [result, setResult] = useState<Result | ''>('');
  const [grounds, setGrounds] = useState('');
  const { send, pending, problem } = useRecording('/v1/claims/{claimId}/onderzoeksbesluiten');
  // A refusal is lifted or stays: what speaks against the claim itself is for the rules to say.
  const results = Object.entries(texts.reviewResults).filter(
    ([code]) => code !== 'FAILED' || !codes.includes(APPROVAL_REFUSED),
  );
  const { claimId } = claim;
  const resolve = async (): Promise<void> => {
    if (result === '') return;
    const done = await send({ path: { claimId }, body: { codes: [...codes], result, grounds }, ifMatch: etag });
    if (done === undefined) return;
    announce(texts.resolved);
    onClose();
  };
  return (
    <FormDialog
      open
      title={texts.reviewTitle}
      submit={texts.resolve}
      pending={pending}
      problem={problem}
      check={() =>
        codes.length > 0 ? [] : [{ in: 'body', pointer: '/codes', code: 'required', message: texts.chooseReason }]
      }
      onSubmit={() => void resolve()}
      onClose={onClose}
    >
      <fieldset className="field" id="field-codes" tabIndex={-1}>
        <legend>{texts.whichReasons}</legend>
        {open.map(({ code, text }) => (
          <label key={code} className="choice">
            <input
              type="checkbox"
              checked={codes.includes(code)}
              onChange={({ target }) =>
                setCodes((before) => before.filter((one) => one !== code).concat(target.checked ? [code] : []))
              }
            />{' '}
            {said(text)}
          </label>
        ))}
      </fieldset>
      <ChoiceField
        pointer="/result"
        label={texts.answer}
        required
        none={texts.choose}
        options={results}
        value={result}
        onChange={(code) => setResult(code as Result | '')}
      />
      <GroundsField value={grounds} onChange={setGrounds} />
    </FormDialog>
  );
}
