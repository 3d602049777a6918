import { Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { PaymentsPage } from './payments-page.js';
import { RemittancePage } from './remittance-page.js';

export function Screens() {
  return (
    <Routes>
      <Route index element={<PaymentsPage />} />
      <Route path=":batchId" element={<RemittancePage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
