import { useState } from 'react';
import { FormDialog } from '../../parts/dialog/form-dialog.js';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useSignedIn } from '../../shell/session/session.js';
import { useFinanceTexts } from '../finance-texts.js';

type Result = Schema<'ResolveMismatch'>['result'];

/** Says what a booking turned out to be. */
export function ResolveMismatch({ mismatch }: { readonly mismatch: Schema<'OpenMismatches'>['results'][number] }) {
  const texts = useFinanceTexts();
  const announce = useAnnounce();
  const { roles } = useSignedIn();
  const [open, setOpen] = useState(false);
  const [result, setResult] = useState<Result | ''>('');
  const { send, pending, problem, reset } = useRecording('/v1/claims/{claimId}/betaalafwijkingen');
  if (!roles.includes('FINANCE')) return null;
  const { claimId, eventId: mismatchEventId, etag: ifMatch } = mismatch;
  const resolve = async (): Promise<void> => {
    if (result === '') return;
    const answer = await send({ path: { claimId }, ifMatch, body: { mismatchEventId, result } });
    if (answer === undefined) return;
    announce(texts.resolved);
    setOpen(false);
  };
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {texts.resolve}
      </button>
      <FormDialog
        open={open}
        title={texts.resolveTitle}
        submit={texts.record}
        pending={pending}
        problem={problem}
        onSubmit={() => void resolve()}
        onClose={() => {
          reset();
          setOpen(false);
        }}
      >
        <ChoiceField
          pointer="/result"
          label={texts.whatWasIt}
          required
          none={texts.choose}
          options={Object.entries(texts.results)}
          value={result}
          onChange={(code) => setResult(code as Result)}
        />
      </FormDialog>
    </>
  );
}
