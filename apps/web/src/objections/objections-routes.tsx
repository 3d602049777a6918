import { Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { ObjectionPage } from './objection-page.js';
import { ObjectionsPage } from './objections-page.js';

export function Screens() {
  return (
    <Routes>
      <Route index element={<ObjectionsPage />} />
      <Route path=":objectionId" element={<ObjectionPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
