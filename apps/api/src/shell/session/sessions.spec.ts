import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevelopmentIssuer } from '../auth/development-issuer.js';
import { Tokens } from '../auth/tokens.js';
import { readSettings } from '../settings.js';
import { SessionKey } from './session-key.js';
import { Sessions, type Session } from './sessions.js';

const MINUTE = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'uitkomst-sessions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = readSettings({ UITKOMST_DATA: folder });
let ahead = 0;
const clock = { now: () => Date.now() + ahead, elapsed: () => performance.now() };
let issuer: DevelopmentIssuer;
let sessions: Sessions;

beforeAll(async () => {
  issuer = await DevelopmentIssuer.open(settings);
  const tokens = new Tokens(issuer.trust, '0000');
  sessions = new Sessions({ key: SessionKey.open(folder), tokens, municipality: '0000', secure: true, clock });
});
beforeEach(() => (ahead = 0));

const begun = async (): Promise<Session> => {
  const session = await sessions.begin({ token: await issuer.tokenFor({ role: 'OFFICER', subject: 'o-1' }) });
  if (session === undefined) throw new Error('No session');
  return session;
};
const sent = async (session: Session): Promise<string> => (await sessions.cookieFor(session)).split(';')[0] ?? '';

test('where browsers come by https the cookie goes no other way, and cannot be set by another host', async () => {
  expect(await sessions.cookieFor(await begun())).toMatch(
    /^__Host-uitkomst=[\w.-]+; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
  );
});

test('who does nothing for half an hour is signed out', async () => {
  const cookie = await sent(await begun());
  ahead = 29 * MINUTE;
  expect((await sessions.in(cookie))?.principal.subject).toBe('o-1');
  ahead = 31 * MINUTE;
  expect(await sessions.in(cookie)).toBeUndefined();
});

test('a session lasts half an hour longer with each extension, and twelve hours at most', async () => {
  let session = await begun();
  for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
    ahead = minutes * MINUTE;
    session = (await sessions.extended(session, session.credential)) ?? session;
  }
  expect(session.expiresAt).toBeLessThanOrEqual(session.endsAt);
  ahead = 12 * 60 * MINUTE + MINUTE;
  expect(await sessions.in(await sent(session))).toBeUndefined();
});

test('a client who signed in by letter has a session without a token, of this municipality only', async () => {
  const claims = { sub: 'client-1', role: 'CLIENT', org: 'brief', client: 'abcdefghijklm' };
  const session = await sessions.begin({ claims: { ...claims, municipality: '0000' } });
  expect(session?.principal).toMatchObject({ roles: ['CLIENT'], personRef: 'abcdefghijklm' });
  expect(await sessions.begin({ claims: { ...claims, municipality: '0363' } })).toBeUndefined();
});

test('what extends a session is left out where a browser would not keep so large a cookie; larger still is refused', async () => {
  const token = await issuer.tokenFor({ role: 'OFFICER' });
  const session = await sessions.begin({ token, refresh: 'r'.repeat(4000) });
  const kept = session && (await sessions.in(await sent(session)));
  expect(kept?.credential).toEqual({ token });
  await expect(sessions.cookieFor({ ...(session as Session), name: 'n'.repeat(4000) })).rejects.toThrow(
    /fits no cookie/,
  );
});
