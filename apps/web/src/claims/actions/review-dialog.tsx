import { useState } from 'react';
import { FormDialog } from '../../parts/dialog/form-dialog.js';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { GroundsField } from '../../parts/form/grounds-field.js';
import { useAnnounce } from '../../shell/announcer.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useBilingual } from '../../shell/language/language.js';
import { useClaimsTexts } from '../claims-texts.js';
import { APPROVAL_REFUSED } from '../refusal.js';
import { useSeenClaim, type SeenClaim } from './seen-claim.js';
import { WhatChanged } from './what-changed.js';

interface Props {
  readonly current: SeenClaim;
  readonly onClose: () => void;
}

type Result = 'CLOSED' | 'FAILED';

/** Afdoening: an officer answers what the rules cannot, reason by reason, and says on what grounds. */
export function ReviewDialog({ current, onClose }: Props) {
  const texts = useClaimsTexts();
  const said = useBilingual();
  const announce = useAnnounce();
  const { send, pending, problem, reset } = useRecording('/claims/{claimId}/onderzoeksbesluiten');
  const looked = useSeenClaim(current, reset);
  const { claim, etag } = looked.seen;
  const open = claim.reasons.filter(({ kind }) => kind === 'OPEN');
  const [codes, setCodes] = useState<readonly string[]>(open.length === 1 ? open.map(({ code }) => code) : []);
  const [result, setResult] = useState<Result | ''>('');
  const [grounds, setGrounds] = useState('');
  // A refusal is lifted or stays: what speaks against the claim itself is for the rules to say.
  const results = Object.entries(texts.reviewResults).filter(
    ([code]) => code !== 'FAILED' || !codes.includes(APPROVAL_REFUSED),
  );
  const { claimId } = claim;
  const answered = codes.filter((code) => open.some((one) => one.code === code));
  const resolve = async (): Promise<void> => {
    if (result === '') return;
    const done = await send({ path: { claimId }, body: { codes: answered, result, grounds }, ifMatch: etag });
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
      looked={looked}
      whatChanged={<WhatChanged seen={looked.seen} current={current} />}
      check={() =>
        answered.length > 0 ? [] : [{ in: 'body', pointer: '/codes', code: 'required', message: texts.chooseReason }]
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
