import { Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { CorrectPage } from './fact/correct-page.js';
import { RecordPage } from './fact/record-page.js';
import { FilePage } from './file/file-page.js';
import { LetterCodePage } from './file/letter-code-page.js';
import { FindPage } from './find/find-page.js';
import { OpenPage } from './find/open-page.js';
import { SilencePage } from './silence/silence-page.js';

export function Screens() {
  return (
    <Routes>
      <Route index element={<FindPage />} />
      <Route path="nieuw" element={<OpenPage />} />
      <Route path="stil" element={<SilencePage />} />
      <Route path=":dossierRef" element={<FilePage />} />
      <Route path=":dossierRef/inlogcode" element={<LetterCodePage />} />
      <Route path=":dossierRef/vastleggen" element={<RecordPage />} />
      <Route path=":dossierRef/feiten/:eventId/correctie" element={<CorrectPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
