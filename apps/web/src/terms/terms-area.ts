import type { Area } from '../shell/area.js';
import type { Role } from '../shell/session/session.js';

const MANAGE: readonly Role[] = ['CONTRACTS'];

/** Voorwaarden: with whom the municipality agreed what, at which price, by which norms. */
export const terms: Area = {
  path: 'voorwaarden',
  roles: ['CONTRACTS', 'FINANCE', 'OFFICER', 'APPROVER2', 'CASEMGR', 'BENEFITS', 'AUDITOR'],
  links: [
    { path: '/voorwaarden/contracten', label: { nl: 'Contracten', en: 'Contracts' }, roles: MANAGE },
    { path: '/voorwaarden/aanbieders', label: { nl: 'Aanbieders', en: 'Providers' }, roles: ['CONTRACTS', 'FINANCE'] },
    { path: '/voorwaarden/normenkaders', label: { nl: 'Normenkaders', en: 'Definition sets' }, roles: MANAGE },
    { path: '/voorwaarden/regels', label: { nl: 'Regels', en: 'Rules' }, roles: MANAGE },
    { path: '/voorwaarden/mandaten', label: { nl: 'Mandaten', en: 'Mandates' }, roles: MANAGE },
  ],
  load: () => import('./terms-routes.js'),
};
