import type { Area } from '../shell/area.js';

/** Werkvoorraad: where an officer's day begins. */
export const desk: Area = {
  path: 'werkvoorraad',
  roles: ['OFFICER', 'APPROVER2', 'CASEMGR'],
  links: [{ path: '/werkvoorraad', label: { nl: 'Werkvoorraad', en: 'Work list' } }],
  load: () => import('./desk-routes.js'),
};
