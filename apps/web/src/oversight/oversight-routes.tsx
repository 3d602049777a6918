import './oversight.css';
import { Navigate, Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { ClaimPage } from './decision/claim-page.js';
import { DeterminationPage } from './decision/determination-page.js';
import { LedgerPage } from './ledger/ledger-page.js';
import { SealsPage } from './ledger/seals-page.js';
import { MomentsPage } from './moments/moments-page.js';
import { EventPage } from './proof/event-page.js';
import { SamplePage } from './samples/sample-page.js';
import { SamplesPage } from './samples/samples-page.js';
import { TimeTravelPage } from './start/time-travel-page.js';
import { FilePage } from './time-travel/file-page.js';
import { AuthorisationsPage } from './traces/authorisations-page.js';
import { DelegationsPage } from './traces/delegations-page.js';
import { ErasurePage } from './traces/erasure-page.js';
import { ErasuresPage } from './traces/erasures-page.js';
import { ProcessingPage } from './traces/processing-page.js';
import { RefusalsPage } from './traces/refusals-page.js';
import { TracesPage } from './traces/traces-page.js';
import { WhoMayPage } from './traces/who-may-page.js';
import { WhatIfPage } from './what-if/what-if-page.js';

export function Screens() {
  return (
    <Routes>
      <Route index element={<Navigate to="tijdreis" replace />} />
      <Route path="tijdreis" element={<TimeTravelPage />} />
      <Route path="tijdreis/momenten" element={<MomentsPage />} />
      <Route path="tijdreis/dossiers/:dossierRef" element={<FilePage />} />
      <Route path="tijdreis/declaraties/:claimId" element={<ClaimPage />} />
      <Route path="tijdreis/declaraties/:claimId/beoordelingen/:eventId" element={<DeterminationPage />} />
      <Route path="gebeurtenissen/:eventId" element={<EventPage />} />
      <Route path="grootboek" element={<LedgerPage />} />
      <Route path="grootboek/zegels" element={<SealsPage />} />
      <Route path="steekproeven" element={<SamplesPage />} />
      <Route path="steekproeven/:sampleId" element={<SamplePage />} />
      <Route path="proefberekening" element={<WhatIfPage />} />
      <Route path="toezicht" element={<TracesPage />} />
      <Route path="toezicht/verwerkingen" element={<ProcessingPage />} />
      <Route path="toezicht/autorisatiebesluiten" element={<AuthorisationsPage />} />
      <Route path="toezicht/weigeringen" element={<RefusalsPage />} />
      <Route path="toezicht/functiescheiding" element={<WhoMayPage />} />
      <Route path="toezicht/mandaten" element={<DelegationsPage />} />
      <Route path="toezicht/vernietigingslijsten" element={<ErasuresPage />} />
      <Route path="toezicht/vernietigingslijsten/:listId" element={<ErasurePage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
