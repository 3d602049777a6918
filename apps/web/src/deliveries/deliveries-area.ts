import type { Area } from '../shell/area.js';

/** Leveringen: facts in bulk, looked at before they are recorded. */
export const deliveries: Area = {
  path: 'leveringen',
  roles: ['BENEFITS', 'FINANCE', 'CASEMGR', 'OFFICER', 'AUDITOR'],
  links: [
    { path: '/leveringen/inlezen', label: { nl: 'Leveringen', en: 'Deliveries' }, roles: ['BENEFITS', 'FINANCE'] },
    { path: '/leveringen/geleverd', label: { nl: 'Leveringen', en: 'Deliveries' }, roles: ['AUDITOR'] },
    {
      path: '/leveringen/volledigheid',
      label: { nl: 'Volledigheid', en: 'Completeness' },
      roles: ['BENEFITS', 'CASEMGR'],
    },
  ],
  load: () => import('./deliveries-routes.js'),
};
