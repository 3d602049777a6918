import { Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { DeliveredPage } from './deliver/delivered-page.js';
import { DeliverPage } from './deliver/deliver-page.js';
import { KeptDeliveryPage } from './deliver/kept-delivery-page.js';
import { WatermarksPage } from './watermarks/watermarks-page.js';

export function Screens() {
  return (
    <Routes>
      <Route path="inlezen" element={<DeliverPage />} />
      <Route path="geleverd" element={<DeliveredPage />} />
      <Route path="geleverd/:reportId" element={<KeptDeliveryPage />} />
      <Route path="volledigheid" element={<WatermarksPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
