import { useState } from 'react';
import { FormDialog } from '../../parts/dialog/form-dialog.js';
import { useSeen } from '../../parts/dialog/seen.js';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useFinanceTexts } from '../finance-texts.js';

type Result = Schema<'ResolveMismatch'>['result'];

interface Props {
  readonly mismatch: Schema<'OpenMismatches'>['results'][number];
}

/** Says what a booking turned out to be. */
export function ResolveMismatch({ mismatch }: Props) {
  const texts = useFinanceTexts();
  const { roles } = useSignedIn();
  const [open, setOpen] = useState(false);
  if (!roles.includes('FINANCE')) return null;
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {texts.resolve}
      </button>
      {open && <Resolve mismatch={mismatch} onClose={() => setOpen(false)} />}
    </>
  );
}

function Resolve({ mismatch, onClose }: Props & { readonly onClose: () => void }) {
  const texts = useFinanceTexts();
  const announce = useAnnounce();
  const [result, setResult] = useState<Result | ''>('');
  const { send, pending, problem, reset } = useRecording('/v1/claims/{claimId}/betaalafwijkingen');
  const looked = useSeen(mismatch, reset);
  const { claimId, eventId: mismatchEventId, etag: ifMatch } = looked.seen;
  const resolve = async (): Promise<void> => {
    if (result === '') return;
    const answer = await send({ path: { claimId }, ifMatch, body: { mismatchEventId, result } });
    if (answer === undefined) return;
    announce(texts.resolved);
    onClose();
  };
  return (
    <FormDialog
      open
      title={texts.resolveTitle}
      submit={texts.record}
      pending={pending}
      problem={problem}
      looked={looked}
      onSubmit={() => void resolve()}
      onClose={onClose}
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
  );
}
