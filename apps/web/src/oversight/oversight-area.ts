import type { Area } from '../shell/area.js';

/** Verantwoording: where an auditor looks back, checks proofs and asks what would have been. */
export const oversight: Area = {
  path: 'verantwoording',
  roles: ['AUDITOR'],
  links: [
    { path: '/verantwoording/tijdreis', label: { nl: 'Tijdreis', en: 'Time travel' } },
    { path: '/verantwoording/grootboek', label: { nl: 'Grootboek', en: 'Ledger' } },
    { path: '/verantwoording/proefberekening', label: { nl: 'Proefberekening', en: 'What-if' } },
    { path: '/verantwoording/steekproeven', label: { nl: 'Steekproeven', en: 'Samples' } },
    { path: '/verantwoording/toezicht', label: { nl: 'Toezicht', en: 'Supervision' } },
  ],
  load: () => import('./oversight-routes.js'),
};
