import { Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { AboutMePage } from './about-me-page.js';
import { ClaimAboutMePage } from './claim-about-me-page.js';
import { ComplaintPage } from './complaint-page.js';
import { CoursePage } from './course-page.js';
import { DocumentsPage } from './documents-page.js';
import { LetterAboutMePage } from './letter-about-me-page.js';
import { LooksPage } from './looks-page.js';
import { ObjectionAboutMePage } from './objection-about-me-page.js';
import { StatementPage } from './statement/statement-page.js';

export function Screens() {
  return (
    <Routes>
      <Route index element={<AboutMePage />} />
      <Route path="verklaring" element={<StatementPage />} />
      <Route path="klacht" element={<ComplaintPage />} />
      <Route path="inzage" element={<LooksPage />} />
      <Route path="verloop" element={<CoursePage />} />
      <Route path="bewijsstukken" element={<DocumentsPage />} />
      <Route path="declaraties/:claimId" element={<ClaimAboutMePage />} />
      <Route path="declaraties/:claimId/bezwaar/:subjectEventId" element={<ObjectionAboutMePage />} />
      <Route path="declaraties/:claimId/brieven/:letterId" element={<LetterAboutMePage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
