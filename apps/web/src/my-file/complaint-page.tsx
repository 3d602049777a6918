import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ChoiceField } from '../parts/form/choice-field.js';
import { Form } from '../parts/form/form.js';
import { Page } from '../parts/page.js';
import { useAnnounce } from '../shell/announcer.js';
import { useRecording } from '../shell/api/use-recording.js';
import { useMyFileTexts } from './my-file-texts.js';
import { useOwnFile } from './own-file.js';
import { useToday } from './use-today.js';

type About = 'PROVIDER' | 'TRAJECT' | 'MUNICIPALITY';

/** A complaint: about whom, and what about. */
export function ComplaintPage() {
  const texts = useMyFileTexts();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const dossierRef = useOwnFile();
  const validFrom = useToday();
  const [about, setAbout] = useState<About | ''>('');
  const [code, setCode] = useState('');
  const { send, pending, problem } = useRecording('/dossiers/{dossierRef}/feiten');
  const complain = async (): Promise<void> => {
    if (about === '') return;
    const source = { system: 'SURVEY' } as const;
    const body = { type: 'ComplaintFiled', about, code, validFrom, source, assurance: 'CLIENT_STATEMENT' } as const;
    if ((await send({ path: { dossierRef }, body })) === undefined) return;
    announce(texts.complained);
    await navigate('/mijn-dossier/verloop');
  };
  return (
    <Page title={texts.complaint} above={[{ path: '/mijn-dossier', title: texts.title }]}>
      <p>{texts.complaintIntro}</p>
      <Form problem={problem} pending={pending} submit={texts.sendComplaint} onSubmit={() => void complain()}>
        <ChoiceField
          pointer="/about"
          label={texts.about}
          required
          none={texts.choose}
          options={Object.entries(texts.abouts)}
          value={about}
          onChange={(chosen) => setAbout(chosen as About)}
        />
        <ChoiceField
          pointer="/code"
          label={texts.subject}
          required
          none={texts.choose}
          options={Object.entries(texts.subjects)}
          value={code}
          onChange={setCode}
        />
      </Form>
    </Page>
  );
}
