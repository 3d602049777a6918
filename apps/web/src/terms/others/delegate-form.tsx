import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { TermForm } from '../term-form.js';
import { useTermsTexts } from '../terms-texts.js';
import { useRecorded } from './use-recorded.js';

/** Records that somebody acts for somebody else for a while; it is recorded before it begins. */
export function DelegateForm() {
  const texts = useTermsTexts();
  const { key, isRecorded } = useRecorded();
  const { send, pending, problem } = useRecording('/mandaten');
  const record = async (body: object): Promise<void> => {
    const answer = await send({ body: body as Schema<'RecordDelegation'> });
    if (answer !== undefined) isRecorded();
  };
  return (
    <section aria-labelledby="delegate">
      <h2 id="delegate">{texts.newDelegation}</h2>
      <TermForm
        key={key}
        schema="RecordDelegation"
        labels={{ fromSubject: texts.absent, toSubject: texts.delegate, role: texts.inRole }}
        hints={texts.delegationHints}
        pending={pending}
        problem={problem}
        submit={texts.record}
        onRecord={(body) => void record(body)}
      />
    </section>
  );
}
