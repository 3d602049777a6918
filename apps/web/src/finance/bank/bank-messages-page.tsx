import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Field } from '../../parts/form/field.js';
import { FileInput } from '../../parts/form/file-input.js';
import { Form } from '../../parts/form/form.js';
import { Page } from '../../parts/page.js';
import { useAnnounce } from '../../shell/announcer.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useFinanceTexts } from '../finance-texts.js';
import { BankMessages } from './bank-messages.js';

/** What the bank tells, uploaded by finance and booked line by line. */
export function BankMessagesPage() {
  const texts = useFinanceTexts();
  const { roles } = useSignedIn();
  return (
    <Page title={texts.bankMessages}>
      <p>{texts.bankExplained}</p>
      {roles.includes('FINANCE') && <Upload />}
      <BankMessages />
    </Page>
  );
}

function Upload() {
  const texts = useFinanceTexts();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const { send, pending, problem } = useRecording('/bankberichten');
  const upload = async (): Promise<void> => {
    const content = (await file?.text()) ?? '';
    const answer = await send({ file: { content, contentType: 'application/xml' } });
    if (answer === undefined) return;
    announce(texts.uploaded);
    void navigate(`/financien/bankberichten/${answer.data.sha256}`);
  };
  return (
    <Form problem={problem} pending={pending} submit={texts.process} onSubmit={() => void upload()}>
      <Field pointer="" label={texts.bankFile} hint={texts.bankFileHint}>
        {(input) => (
          <FileInput
            {...input}
            required
            accept=".xml,application/xml,text/xml"
            onFiles={([chosen]) => setFile(chosen)}
          />
        )}
      </Field>
    </Form>
  );
}
