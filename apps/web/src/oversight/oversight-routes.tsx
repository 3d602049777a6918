import './oversight.css';
import { Navigate, Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { ClaimPage } from './decision/claim-page.js';
import { DeterminationPage } from './decision/determination-page.js';
import { EventPage } from './proof/event-page.js';
import { TimeTravelPage } from './start/time-travel-page.js';
import { FilePage } from './time-travel/file-page.js';

export function Screens() {
  return (
    <Routes>
      <Route index element={<Navigate to="tijdreis" replace />} />
      <Route path="tijdreis" element={<TimeTravelPage />} />
      <Route path="tijdreis/dossiers/:dossierRef" element={<FilePage />} />
      <Route path="tijdreis/declaraties/:claimId" element={<ClaimPage />} />
      <Route path="tijdreis/declaraties/:claimId/beoordelingen/:eventId" element={<DeterminationPage />} />
      <Route path="gebeurtenissen/:eventId" element={<EventPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
