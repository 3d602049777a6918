import type { Area } from '../shell/area.js';

/** Terugvorderingen: intended, heard, decided, settled. */
export const clawbacks: Area = {
  path: 'terugvorderingen',
  roles: ['OFFICER', 'APPROVER2', 'FINANCE', 'AUDITOR'],
  links: [{ path: '/terugvorderingen', label: { nl: 'Terugvorderingen', en: 'Clawbacks' } }],
  load: () => import('./clawbacks-routes.js'),
};
