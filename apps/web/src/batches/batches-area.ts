import type { Area } from '../shell/area.js';

/** Betaalbatches: one officer prepares, another releases, the bank pays. */
export const batches: Area = {
  path: 'betaalbatches',
  roles: ['OFFICER', 'FINANCE', 'AUDITOR'],
  links: [{ path: '/betaalbatches', label: { nl: 'Betaalbatches', en: 'Payment batches' } }],
  load: () => import('./batches-routes.js'),
};
