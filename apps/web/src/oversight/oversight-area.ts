import type { Area } from '../shell/area.js';

/** Verantwoording: where an auditor looks back, checks proofs and asks what would have been. */
export const oversight: Area = {
  path: 'verantwoording',
  roles: ['AUDITOR'],
  links: [{ path: '/verantwoording/tijdreis', label: { nl: 'Tijdreis', en: 'Time travel' } }],
  load: () => import('./oversight-routes.js'),
};
