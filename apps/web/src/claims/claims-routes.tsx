import { Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { ClaimPage } from './claim-page.js';

export function Screens() {
  return (
    <Routes>
      <Route path=":claimId" element={<ClaimPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
