import { linkAbove, linksFor, mayOpen } from './areas.js';
import type { Role } from './session/session.js';

test.each<[string, Role, boolean]>([
  ['/declaraties/a.b', 'OFFICER', true],
  ['/declaraties/a.b', 'FINANCE', false],
  ['/terugvorderingen/a', 'FINANCE', true],
  ['/terugvorderingen/a', 'CASEMGR', false],
  ['/bezwaren/a', 'CASEMGR', false],
  ['/declaraties/a.b', 'BENEFITS', false],
  ['/verantwoording/tijdreis/declaraties/a.b?asOf=2009-01-01', 'AUDITOR', true],
  ['/nergens', 'AUDITOR', false],
])('%s is for %s: %p', (to, role, may) => expect(mayOpen(to, [role])).toBe(may));

test('one role of several is enough', () => expect(mayOpen('/bezwaren/a', ['CASEMGR', 'APPROVER2'])).toBe(true));

test.each<[Role, string]>([
  ['OFFICER', '/werkvoorraad'],
  ['CASEMGR', '/werkvoorraad'],
  ['FINANCE', '/financien/te-doen'],
  ['AUDITOR', '/werkvoorraad'],
  ['CONTRACTS', '/voorwaarden/contracten'],
  ['PROVIDER', '/mijn-declaraties'],
  ['CLIENT', '/mijn-dossier'],
])('whoever is %s begins at %s', (role, path) => expect(linksFor([role])[0]?.path).toBe(path));

test.each<[string, string | undefined]>([
  ['/dossiers', '/dossiers'],
  ['/dossiers/abc', '/dossiers'],
  ['/dossiers/stil', '/dossiers/stil'],
  ['/declaraties/a.b', undefined],
])('%s stands under %s, and under nothing else', (page, link) =>
  expect(linkAbove(linksFor(['CASEMGR']), page)?.path).toBe(link),
);
