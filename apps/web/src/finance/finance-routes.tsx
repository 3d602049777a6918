import { Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { BankMessagePage } from './bank/bank-message-page.js';
import { BankMessagesPage } from './bank/bank-messages-page.js';
import { JournalPage } from './journal/journal-page.js';
import { RemittancesPage } from './journal/remittances-page.js';
import { WorkPage } from './work/work-page.js';

export function Screens() {
  return (
    <Routes>
      <Route path="te-doen" element={<WorkPage />} />
      <Route path="bankberichten" element={<BankMessagesPage />} />
      <Route path="bankberichten/:sha256" element={<BankMessagePage />} />
      <Route path="journaal" element={<JournalPage />} />
      <Route path="specificaties" element={<RemittancesPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
