import { Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { DeliverPage } from './deliver/deliver-page.js';
import { WatermarksPage } from './watermarks/watermarks-page.js';

export function Screens() {
  return (
    <Routes>
      <Route path="inlezen" element={<DeliverPage />} />
      <Route path="volledigheid" element={<WatermarksPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
