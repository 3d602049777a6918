import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { DayInput } from '../../parts/form/day-input.js';
import { Field } from '../../parts/form/field.js';
import { Form } from '../../parts/form/form.js';
import { Page } from '../../parts/page.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useFilesTexts } from '../files-texts.js';
import { BsnField, isBsn } from './bsn-field.js';

/** Opens a file for somebody who has none. */
export function OpenPage() {
  const texts = useFilesTexts();
  const navigate = useNavigate();
  const [bsn, setBsn] = useState('');
  const [validFrom, setValidFrom] = useState('');
  const { send, pending, problem } = useRecording('/dossiers');
  const check = () =>
    isBsn(bsn) ? [] : [{ in: 'body' as const, pointer: '/bsn', code: 'invalid', message: texts.bsnWrong }];
  const open = async (): Promise<void> => {
    const origin = { source: { system: 'SUITE' }, assurance: 'AUTHORITATIVE' } as const;
    const answer = await send({ body: { bsn, validFrom, ...origin } });
    if (answer !== undefined) void navigate(`/dossiers/${answer.data.dossierRef}`);
  };
  const existing = problem?.details['dossierRef'];
  return (
    <Page title={texts.openTitle} above={[{ path: '/dossiers', title: texts.title }]}>
      <p>{texts.openExplained}</p>
      <Form problem={problem} pending={pending} submit={texts.open} check={check} onSubmit={() => void open()}>
        {typeof existing === 'string' && (
          <p>
            {texts.exists} <Link to={`/dossiers/${existing}`}>{texts.toFile}</Link>
          </p>
        )}
        <BsnField value={bsn} onChange={setBsn} />
        <Field pointer="/validFrom" label={texts.registrationDay}>
          {(input) => <DayInput {...input} required value={validFrom} onDay={setValidFrom} />}
        </Field>
      </Form>
    </Page>
  );
}
