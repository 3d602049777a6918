import type { Area } from '../shell/area.js';

/** Mijn betalingen: what a provider was paid, batch by batch and line by line. */
export const myPayments: Area = {
  path: 'mijn-betalingen',
  roles: ['PROVIDER'],
  links: [{ path: '/mijn-betalingen', label: { nl: 'Betalingen', en: 'Payments' } }],
  load: () => import('./my-payments-routes.js'),
};
