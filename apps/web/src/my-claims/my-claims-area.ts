import type { Area } from '../shell/area.js';

/** Mijn declaraties: a provider's own claims, from submitting to the last letter. Nothing of anybody else is in it. */
export const myClaims: Area = {
  path: 'mijn-declaraties',
  roles: ['PROVIDER'],
  links: [{ path: '/mijn-declaraties', label: { nl: 'Mijn declaraties', en: 'My claims' } }],
  load: () => import('./my-claims-routes.js'),
};
