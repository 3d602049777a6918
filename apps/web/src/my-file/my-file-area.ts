import type { Area } from '../shell/area.js';

/** Mijn dossier: what was claimed about a client and by whom, what the client says of it, and who looked. */
export const myFile: Area = {
  path: 'mijn-dossier',
  roles: ['CLIENT'],
  links: [{ path: '/mijn-dossier', label: { nl: 'Mijn dossier', en: 'My file' } }],
  load: () => import('./my-file-routes.js'),
};
