import { OAuth2Server } from 'oauth2-mock-server';
import { Browser } from './browser.js';
import { runApp, type RunningApp } from './running-app.js';

const PAGES = 'https://uitkomst.example.nl';
const CLAIMS = { sub: 'jansen', role: 'OFFICER', org: 'gemeente', municipality: '0000', aud: 'uitkomst-test' };
const issuer = new OAuth2Server();
let running: RunningApp;
/** What the issuer says of whoever signs in, from here on. */
let said: Record<string, unknown> = {};

beforeAll(async () => {
  await issuer.issuer.keys.generate('ES256');
  await issuer.start(0, '127.0.0.1');
  issuer.service.on('beforeTokenSigning', ({ payload }: { payload: Record<string, unknown> }) => {
    const forClient = payload['aud'] === 'uitkomst-pages'; // The ID token; the other is for the API.
    Object.assign(payload, said, forClient ? { aud: 'uitkomst-pages' } : {});
  });
  running = await runApp({
    environment: {
      OIDC_ISSUER: String(issuer.issuer.url),
      OIDC_AUDIENCE: 'uitkomst-test',
      OIDC_JWKS_URL: `${String(issuer.issuer.url)}/jwks`,
      OIDC_CLIENT_ID: 'uitkomst-pages',
      OIDC_CLIENT_SECRET: 'a secret of the test',
      OIDC_SCOPE: 'openid offline_access',
      OIDC_ID_TOKEN_ALGORITHM: 'ES256',
      OIDC_MFA_ACR: 'mfa, hoog',
      PUBLIC_URL: `${PAGES}/v1`,
    },
  });
}, 120_000);
afterAll(async () => {
  await running.stop();
  await issuer.stop();
});
beforeEach(() => (said = { ...CLAIMS, name: 'J. Jansen', acr: 'mfa' }));

/** To the issuer, which sends back at once, with the code. */
async function atIssuer(
  browser: Browser,
  back = '/werkvoorraad',
): Promise<{ readonly asked: URL; readonly callback: string }> {
  const left = await browser.ask(`/sessie/aanmelden?terug=${encodeURIComponent(back)}`);
  expect(left.status).toBe(302);
  const asked = new URL(String(left.headers['location']));
  const sentBack = new URL((await fetch(asked, { redirect: 'manual' })).headers.get('location') ?? '');
  expect(sentBack.origin).toBe(PAGES);
  return { asked, callback: `${sentBack.pathname}${sentBack.search}` };
}
/** As it is when another site sends somebody here. */
const FROM_ISSUER = { headers: { 'sec-fetch-site': 'cross-site' } };
const browser = (): Browser => new Browser(() => running.app);

async function signedIn(): Promise<Browser> {
  const one = browser();
  const { callback } = await atIssuer(one);
  expect((await one.ask(callback, FROM_ISSUER)).headers['location']).toBe('/werkvoorraad');
  return one;
}

test('somebody signs in at the issuer with code and PKCE, and comes back to where they were', async () => {
  const one = browser();
  const { asked, callback } = await atIssuer(one);
  const { searchParams } = asked;
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    client_id: 'uitkomst-pages',
    scope: 'openid offline_access',
    acr_values: 'mfa hoog',
    redirect_uri: `${PAGES}/sessie/terug`,
  });
  const back = await one.ask(callback, FROM_ISSUER);
  expect([back.status, back.headers['location']]).toEqual([302, '/werkvoorraad']);
  const [forgotten, session] = back.headers['set-cookie'] as string[];
  expect(forgotten).toMatch(/^uitkomst-aanmelden=; Path=\/sessie; HttpOnly; SameSite=Lax; Secure; Max-Age=0$/);
  expect(session).toMatch(/^__Host-uitkomst=[\w.-]+; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
  const shown = await one.ask('/sessie');
  expect(shown.body).toMatchObject({
    signedIn: true,
    signIn: 'oidc',
    role: 'OFFICER',
    subject: 'jansen',
    name: 'J. Jansen',
  });
  expect(shown.text).not.toMatch(/eyJ/);
  expect((await one.ask('/v1/werkvoorraad')).status).toBe(200);
});

test('an answer nobody asked for, of another browser, or used twice signs nobody in', async () => {
  const one = browser();
  const { callback } = await atIssuer(one);
  expect((await browser().ask(callback, FROM_ISSUER)).headers['location']).toBe('/aanmelden?mislukt=verlopen');
  const other = browser();
  await atIssuer(other);
  expect((await other.ask(callback, FROM_ISSUER)).headers['location']).toBe('/aanmelden?mislukt=geweigerd');
  expect((await one.ask(callback, FROM_ISSUER)).headers['location']).toBe('/werkvoorraad');
  expect((await one.ask(callback, FROM_ISSUER)).headers['location']).toBe('/aanmelden?mislukt=verlopen');
  expect(other.cookies.size).toBe(0);
});

test('who decides over money must have shown a second factor; a case manager need not', async () => {
  said = { ...said, acr: 'password' };
  const officer = browser();
  const { callback } = await atIssuer(officer);
  expect((await officer.ask(callback, FROM_ISSUER)).headers['location']).toBe('/aanmelden?mislukt=tweede-factor');
  said = { ...said, role: 'CASEMGR' };
  await signedIn();
});

test('whose token says no role here, or is of another municipality, is not signed in', async () => {
  for (const wrong of [{ role: 'KING' }, { municipality: '0363' }, { role: undefined }]) {
    said = { ...CLAIMS, acr: 'mfa', ...wrong };
    const one = browser();
    const { callback } = await atIssuer(one);
    expect((await one.ask(callback, FROM_ISSUER)).headers['location']).toBe('/aanmelden?mislukt=onbekend');
  }
});

test('nobody is sent on to another site', async () => {
  for (const back of ['https://evil.example', '//evil.example', '/\\evil.example', '/a b'])
    expect((await browser().ask(`/sessie/aanmelden?terug=${encodeURIComponent(back)}`)).status).toBe(400);
});

test('a session is extended at the issuer, which may say something else by then', async () => {
  const one = await signedIn();
  said = { ...said, role: 'APPROVER2' };
  const longer = await one.ask('/sessie/verlenging', { method: 'POST' });
  expect([longer.status, longer.body['role']]).toEqual([200, 'APPROVER2']);
});

test('beside an issuer of the organisation nobody chooses who to be', async () => {
  expect((await browser().ask('/sessie')).body).toEqual({
    signedIn: false,
    signIn: 'oidc',
    municipalityName: 'Voorbeeldstad',
  });
  expect((await browser().signIn('betaalfunctionaris-1')).status).toBe(404);
});

test('an issuer that cannot be reached is a problem of now: nobody is signed in, and it is looked up again', async () => {
  const { port } = issuer.address();
  await running.restart(); // Which forgets what it knew of the issuer.
  await issuer.stop();
  const answer = await browser().ask('/sessie/aanmelden');
  expect([answer.status, answer.headers['retry-after']]).toEqual([503, '30']);
  await issuer.start(port, '127.0.0.1');
  await signedIn();
});

test('while the issuer gives no keys a token is not called wrong: it is asked again later', async () => {
  const without = await runApp({
    environment: {
      OIDC_ISSUER: String(issuer.issuer.url),
      OIDC_AUDIENCE: 'uitkomst-test',
      OIDC_JWKS_URL: `${String(issuer.issuer.url)}/not-there`,
    },
  });
  try {
    const token = await issuer.issuer.buildToken({
      scopesOrTransform: (_header, payload) => Object.assign(payload, CLAIMS),
    });
    const headers = { authorization: `Bearer ${token}` };
    const answer = await without.app.http.inject({ url: '/v1/werkvoorraad', headers });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '2']);
    expect(answer.json()).toMatchObject({ type: 'urn:uitkomst:probleem:tijdelijk-niet-beschikbaar' });
  } finally {
    await without.stop();
  }
});
