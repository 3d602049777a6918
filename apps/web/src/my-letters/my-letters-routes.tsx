import { Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { LettersPage } from './letters-page.js';

export function Screens() {
  return (
    <Routes>
      <Route index element={<LettersPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
