import type { Area } from '../shell/area.js';

/** Werkvoorraad: where an officer's day begins, and where an auditor looks back at it. */
export const desk: Area = {
  path: 'werkvoorraad',
  roles: ['OFFICER', 'APPROVER2', 'CASEMGR', 'AUDITOR'],
  links: [{ path: '/werkvoorraad', label: { nl: 'Werkvoorraad', en: 'Work list' } }],
  load: () => import('./desk-routes.js'),
};
