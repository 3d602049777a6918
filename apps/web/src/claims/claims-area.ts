import type { Area } from '../shell/area.js';

/** Declaraties: one claim with everything its officers decide on. There is no list: the work list leads here. */
export const claims: Area = {
  path: 'declaraties',
  roles: ['OFFICER', 'APPROVER2', 'CASEMGR', 'AUDITOR'],
  links: [],
  load: () => import('./claims-routes.js'),
};
