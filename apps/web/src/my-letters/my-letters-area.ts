import type { Area } from '../shell/area.js';

/** Mijn brieven: every letter to a provider, over all its claims. */
export const myLetters: Area = {
  path: 'mijn-brieven',
  roles: ['PROVIDER'],
  links: [{ path: '/mijn-brieven', label: { nl: 'Brieven', en: 'Letters' } }],
  load: () => import('./my-letters-routes.js'),
};
