import './oversight.css';
import { Navigate, Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { FilePage } from './time-travel/file-page.js';
import { TimeTravelPage } from './start/time-travel-page.js';

export function Screens() {
  return (
    <Routes>
      <Route index element={<Navigate to="tijdreis" replace />} />
      <Route path="tijdreis" element={<TimeTravelPage />} />
      <Route path="tijdreis/dossiers/:dossierRef" element={<FilePage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
