import { Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { ClaimPage } from './claim/claim-page.js';
import { OwnLetterPage } from './claim/own-letter-page.js';
import { OwnClaimsPage } from './list/own-claims-page.js';

export function Screens() {
  return (
    <Routes>
      <Route index element={<OwnClaimsPage />} />
      <Route path=":claimId" element={<ClaimPage />} />
      <Route path=":claimId/brieven/:letterId" element={<OwnLetterPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
