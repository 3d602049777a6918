import { useState } from 'react';
import { useAnnounce } from '../../shell/announcer.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useLanguage } from '../../shell/language/language.js';
import { Field } from '../form/field.js';
import { Form } from '../form/form.js';
import { useObjectionTexts } from './objection-texts.js';

interface Props {
  readonly claimId: string;
  /** The decision that a letter made known. */
  readonly subjectEventId: string;
  readonly onDone: () => void;
}

/** Objects against a decision. The words go to the vault first; the objection names their fingerprint. */
export function ObjectionForm({ claimId, subjectEventId, onDone }: Props) {
  const texts = useObjectionTexts();
  const { language } = useLanguage();
  const announce = useAnnounce();
  const [value, setValue] = useState('');
  const words = useRecording('/claims/{claimId}/woorden');
  const objection = useRecording('/claims/{claimId}/bezwaren');
  const file = async (): Promise<void> => {
    const kept = await words.send({ path: { claimId }, body: { language, value } });
    if (kept === undefined) return;
    const body = { subjectEventId, groundsCommitment: kept.data.commitment };
    if ((await objection.send({ path: { claimId }, body })) === undefined) return;
    announce(texts.filed);
    onDone();
  };
  return (
    <>
      <p>{texts.explained}</p>
      <Form
        problem={words.problem ?? objection.problem}
        pending={words.pending || objection.pending}
        submit={texts.file}
        onSubmit={() => void file()}
      >
        <Field pointer="/value" label={texts.grounds} hint={texts.groundsHint}>
          {(input) => (
            <textarea {...input} required rows={8} value={value} onChange={({ target }) => setValue(target.value)} />
          )}
        </Field>
      </Form>
    </>
  );
}
