import type { Area } from '../shell/area.js';

/** Bezwaren: what was objected to, by when it must be decided, and the decision. */
export const objections: Area = {
  path: 'bezwaren',
  roles: ['OFFICER', 'APPROVER2', 'AUDITOR'],
  links: [{ path: '/bezwaren', label: { nl: 'Bezwaren', en: 'Objections' } }],
  load: () => import('./objections-routes.js'),
};
