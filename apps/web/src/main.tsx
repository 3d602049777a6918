import './theme.css';
import './shell/style/page.css';
import './shell/style/forms.css';
import './shell/style/tables.css';
import './shell/style/parts.css';
import './shell/style/timeline.css';
import './shell/style/cuts.css';
import './shell/style/facts.css';
import './shell/style/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/app.js';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
