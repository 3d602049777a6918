import type { Area } from '../shell/area.js';

/** Dossiers: what is recorded about a client, by whom and when. */
export const files: Area = {
  path: 'dossiers',
  roles: ['CASEMGR', 'BENEFITS', 'OFFICER', 'APPROVER2', 'AUDITOR'],
  links: [
    { path: '/dossiers', label: { nl: 'Dossiers', en: 'Files' }, roles: ['CASEMGR', 'BENEFITS', 'OFFICER'] },
    {
      path: '/dossiers/stil',
      label: { nl: 'Stille trajecten', en: 'Silent trajects' },
      roles: ['CASEMGR', 'BENEFITS', 'AUDITOR'],
    },
  ],
  load: () => import('./files-routes.js'),
};
