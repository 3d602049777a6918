import { Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { RivalsPage } from './rivals/rivals-page.js';
import { LetterPage } from './letter-page.js';
import { ClaimPage } from './claim-page.js';

export function Screens() {
  return (
    <Routes>
      <Route path="samen/:dossierRef" element={<RivalsPage />} />
      <Route path=":claimId" element={<ClaimPage />} />
      <Route path=":claimId/brieven/:letterId" element={<LetterPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
