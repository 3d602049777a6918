import { Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { CompletePage } from './answer/complete-page.js';
import { HearingPage } from './answer/hearing-page.js';
import { ObjectionPage } from './answer/objection-page.js';
import { ClaimPage } from './claim/claim-page.js';
import { OwnLetterPage } from './claim/own-letter-page.js';
import { DeliveryPage } from './delivery/delivery-page.js';
import { OwnDeliveryPage } from './delivery/own-delivery-page.js';
import { OwnClaimsPage } from './list/own-claims-page.js';
import { SubmitPage } from './submit/submit-page.js';

export function Screens() {
  return (
    <Routes>
      <Route index element={<OwnClaimsPage />} />
      <Route path="indienen" element={<SubmitPage />} />
      <Route path="aanleveren" element={<DeliveryPage />} />
      <Route path="aanleveren/:reportId" element={<OwnDeliveryPage />} />
      <Route path=":claimId" element={<ClaimPage />} />
      <Route path=":claimId/aanvullen" element={<CompletePage />} />
      <Route path=":claimId/bezwaar/:subjectEventId" element={<ObjectionPage />} />
      <Route path=":claimId/zienswijze/:clawbackId" element={<HearingPage />} />
      <Route path=":claimId/brieven/:letterId" element={<OwnLetterPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
