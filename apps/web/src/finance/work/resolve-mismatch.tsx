import { useState } from 'react';
import { DialogButton } from '../../parts/dialog/dialog-button.js';
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
  if (!roles.includes('FINANCE')) return null;
  return <DialogButton label={texts.resolve} dialog={(onClose) => <Resolve mismatch={mismatch} onClose={onClose} />} />;
}

function Resolve({ mismatch, onClose }: Props & { readonly onClose: () => void }) {
  const texts = useFinanceTexts();
  const announce = useAnnounce();
  const [result, setResult] = useState<Result | ''>('');
  const { send, pending, problem, reset } = useRecording('/claims/{claimId}/betaalafwijkingen');
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
