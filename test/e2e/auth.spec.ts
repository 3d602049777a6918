import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { readSettings } from '../../apps/api/src/shell/settings.js';
import { createApp } from '../../apps/api/src/create-app.js';
import { runApp, type RunningApp } from './running-app.js';

const ISSUER = 'https://login.example.nl';
const AUDIENCE = 'uitkomst-test';
let running: RunningApp;
let key: Awaited<ReturnType<typeof generateKeyPair>>;
let folder: string;

beforeAll(async () => {
  key = await generateKeyPair('ES256', { extractable: true });
  const first = await runApp();
  ({ folder } = first);
  const file = join(folder, 'jwks.json');
  writeFileSync(file, JSON.stringify({ keys: [await exportJWK(key.publicKey)] }));
  running = await runApp({
    environment: { OIDC_ISSUER: ISSUER, OIDC_AUDIENCE: AUDIENCE, OIDC_JWKS_FILE: file },
  });
  await first.app.close();
});
afterAll(() => running.stop());

const CLAIMS = { role: 'AUDITOR', org: 'gemeente', municipality: '0000', sub: 'auditor-1' };
const jwt = (claims: object = {}, { alg = 'ES256', issuer = ISSUER, audience = AUDIENCE, expires = '5m' } = {}) =>
  new SignJWT({ ...CLAIMS, ...claims })
    .setProtectedHeader({ alg })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(expires);

const ask = async (headers: Record<string, string>) => running.app.http.inject({ url: '/v1/werkvoorraad', headers });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

test('a token of the configured issuer, signed with its key, is let in', async () => {
  expect((await ask(bearer(await jwt().sign(key.privateKey)))).statusCode).toBe(200);
});

test('a token without signature, signed by another, for another, of another, or expired is refused alike', async () => {
  const stranger = await generateKeyPair('ES256');
  const refused = [
    new UnsecuredJWT(CLAIMS).setIssuer(ISSUER).setAudience(AUDIENCE).setExpirationTime('5m').encode(),
    await jwt({}, { alg: 'HS256' }).sign(new TextEncoder().encode(await exportSPKI(key.publicKey))),
    await jwt().sign(stranger.privateKey),
    await jwt({}, { issuer: 'https://elsewhere.example' }).sign(key.privateKey),
    await jwt({}, { audience: 'another' }).sign(key.privateKey),
    await jwt({}, { expires: '-1m' }).sign(key.privateKey),
    await new SignJWT(CLAIMS)
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .sign(key.privateKey),
    `${(await jwt().sign(key.privateKey)).slice(0, -4)}AAAA`,
    'nonsense',
  ];
  for (const token of refused) {
    const answer = await ask(bearer(token));
    expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(answer.json()).toMatchObject({ type: 'urn:uitkomst:probleem:niet-aangemeld', status: 401 });
  }
});

test('a role nobody has, a role of the system, and claims that are not ours are refused', async () => {
  for (const claims of [
    { role: 'KING' },
    { role: 'SYSTEM' },
    { org: undefined },
    { sub: 'has spaces' },
    { role: 'CLIENT' },
  ])
    expect((await ask(bearer(await jwt(claims).sign(key.privateKey)))).statusCode).toBe(401);
  expect((await ask(bearer(await jwt({ municipality: '0363' }).sign(key.privateKey)))).statusCode).toBe(403);
});

test('a token in the query and forged identity headers do nothing', async () => {
  const token = await jwt().sign(key.privateKey);
  expect((await running.app.http.inject(`/v1/werkvoorraad?access_token=${token}`)).statusCode).toBe(401);
  expect((await ask({ 'x-user': 'auditor-1', 'x-role': 'AUDITOR', 'x-forwarded-user': 'auditor-1' })).statusCode).toBe(
    401,
  );
});

test('beside an issuer of the organisation there is no development issuer', async () => {
  const answer = await running.app.http.inject({
    method: 'POST',
    url: '/ontwikkeling/tokens',
    payload: { role: 'OFFICER' },
  });
  expect(answer.statusCode).toBe(404);
});

test('the development issuer gives tokens on this machine only, of roles people have, that outlive a restart', async () => {
  const development = await runApp();
  const post = (payload: object, host = 'localhost:3000') =>
    development.app.http.inject({ method: 'POST', url: '/ontwikkeling/tokens', payload, headers: { host } });
  const { token } = (await post({ role: 'OFFICER', subject: 'o-9' })).json<{ token: string }>();
  expect((await post({ role: 'OFFICER' }, 'evil.example')).statusCode).toBe(404);
  expect((await post({ role: 'SYSTEM' })).statusCode).toBe(400);
  await development.restart();
  const answer = await development.app.http.inject({ url: '/v1/werkvoorraad', headers: bearer(token) });
  expect(answer.statusCode).toBe(200);
  await development.stop();
});

test('production refuses to start without an issuer, and tells everything that is wrong at once', () => {
  expect(() => readSettings({ NODE_ENV: 'production', PORT: 'x', LEDGER_URL: 'memory:' })).toThrow(/PORT/);
  expect(() => readSettings({ NODE_ENV: 'production', LEDGER_URL: 'memory:' })).toThrow(
    /OIDC_ISSUER[^]*MUNICIPALITY[^]*LEDGER_URL/,
  );
  expect(() => readSettings({ HOST: '0.0.0.0' })).toThrow(/HOST/);
});

test('even settings put together by hand do not start the development issuer in production', async () => {
  const settings = { ...readSettings({ UITKOMST_DATA: folder, LOG_LEVEL: 'silent' }), production: true };
  await expect(createApp({ settings })).rejects.toThrow(/production/);
});
