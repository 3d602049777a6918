import { Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { DeskPage } from './desk-page.js';

export function Screens() {
  return (
    <Routes>
      <Route index element={<DeskPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
