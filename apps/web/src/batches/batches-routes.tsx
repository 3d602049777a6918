import { Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { BatchPage } from './batch-page.js';
import { BatchesPage } from './batches-page.js';
import { PreparePage } from './prepare-page.js';

export function Screens() {
  return (
    <Routes>
      <Route index element={<BatchesPage />} />
      <Route path="nieuw" element={<PreparePage />} />
      <Route path=":batchId" element={<BatchPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
