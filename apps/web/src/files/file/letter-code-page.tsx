import { useState } from 'react';
import { useParams } from 'react-router';
import { Page } from '../../parts/page.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import type { RecordAnswer } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { instantText } from '../../shell/language/format.js';
import { useFilesTexts } from '../files-texts.js';

const PATH = '/dossiers/{dossierRef}/briefcodes/_vernieuw';

/** A code with which the client signs in, on a page of its own: shown once, and printed without anything of the file. */
export function LetterCodePage() {
  const texts = useFilesTexts();
  const { dossierRef = '' } = useParams();
  const [made, setMade] = useState<RecordAnswer<typeof PATH>>();
  const { send, pending, problem } = useRecording(PATH);
  const make = async (): Promise<void> => setMade((await send({ path: { dossierRef } }))?.data);
  const above = [
    { path: '/dossiers', title: texts.title },
    { path: `/dossiers/${dossierRef}`, title: texts.fileTitle(dossierRef) },
  ];
  return (
    <Page title={texts.letterCode} above={above}>
      <p>{texts.letterCodeExplained}</p>
      <ProblemNotice problem={problem} />
      {made !== undefined && (
        <output className="notice notice-good">
          {texts.letterCodeIs} <strong>{made.code}</strong>. {texts.letterCodeEnds(instantText(made.endsAt))}
        </output>
      )}
      <div className="buttons">
        <button type="button" disabled={pending} onClick={() => void make()}>
          {texts.makeLetterCode}
        </button>
        {made !== undefined && (
          <button type="button" onClick={() => globalThis.print()}>
            {texts.print}
          </button>
        )}
      </div>
    </Page>
  );
}
