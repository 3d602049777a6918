import { Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { ClawbackPage } from './clawback-page.js';
import { ClawbacksPage } from './clawbacks-page.js';

export function Screens() {
  return (
    <Routes>
      <Route index element={<ClawbacksPage />} />
      <Route path=":clawbackId" element={<ClawbackPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
