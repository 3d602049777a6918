import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Browser } from './browser.js';
import { runApp, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, type ClaimBody } from './story.js';

interface SignedOut {
  readonly signedIn: boolean;
  readonly people: readonly { readonly key: string; readonly role: string; readonly label: { readonly nl: string } }[];
}

const OFFICER = 'betaalfunctionaris-1';
const clock = storyClock('2004-01-05');
let running: RunningApp;
let claimId: string;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN']);
  clock.moveTo('2008-10-10');
  const file = await clientWithJob(running, BSNS[0], ['SAGENN']);
  const provider = await running.as('PROVIDER', { organisation: 'SAGENN' });
  ({ claimId } = must(await provider.post<ClaimBody>('/claims', claimFor('SAGENN', file))));
}, 120_000);
afterAll(() => running.stop());

const browser = (): Browser => new Browser(() => running.app);
const signedIn = async (person = OFFICER): Promise<Browser> => {
  const one = browser();
  expect((await one.signIn(person)).status).toBe(201);
  return one;
};

test('the picker shows the people one may be: staff in every role and somebody of every provider', async () => {
  const { body } = await browser().ask<SignedOut>('/sessie');
  expect(body).toMatchObject({ signedIn: false, signIn: 'development' });
  expect(body.people.map(({ role }) => role)).toEqual(
    expect.arrayContaining([
      'OFFICER',
      'APPROVER2',
      'CASEMGR',
      'BENEFITS',
      'FINANCE',
      'CONTRACTS',
      'AUDITOR',
      'PROVIDER',
    ]),
  );
  expect(body.people.find(({ key }) => key === 'sagenn-1')?.label.nl).toBe('Aanbieder SAGENN');
});

test('signing in gives a cookie no script reads and no other site sends, and no token anywhere else', async () => {
  const one = browser();
  const answer = await one.signIn(OFFICER);
  expect(answer.headers['set-cookie']).toMatch(/^uitkomst=[\w.-]+; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(answer.body).toMatchObject({
    signedIn: true,
    role: 'OFFICER',
    subject: OFFICER,
    municipality: '0000',
    municipalityName: 'Voorbeeldstad',
    today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
  const shown = await one.ask('/sessie');
  for (const { text } of [answer, shown]) expect(text).not.toMatch(/eyJ|token|Bearer/i);
  expect((await one.ask('/v1/werkvoorraad')).status).toBe(200);
});

test('who is not on the list, or asks by another name than this machine’s, is not signed in', async () => {
  expect((await browser().signIn('burgemeester')).status).toBe(400);
  const foreign = { method: 'POST', payload: { person: OFFICER }, headers: { host: 'evil.example' } } as const;
  expect((await browser().ask('/sessie', foreign)).status).toBe(404);
  expect(
    (await browser().ask<SignedOut>('/sessie', { headers: { host: 'evil.example' } })).body.people,
  ).toBeUndefined();
});

test('a request from another site is refused, whatever it asks, also to sign in', async () => {
  const one = await signedIn();
  for (const site of ['cross-site', 'same-site'])
    for (const [method, url] of [
      ['GET', '/v1/werkvoorraad'],
      ['POST', '/v1/dossiers/_zoek'],
      ['POST', '/sessie'],
      ['POST', '/sessie/verlenging'],
      ['DELETE', '/sessie'],
    ] as const) {
      const answer = await one.ask(url, {
        method,
        payload: method === 'POST' ? {} : undefined,
        headers: { 'sec-fetch-site': site },
      } as never);
      expect([site, url, answer.status, answer.body['type']]).toEqual([
        site,
        url,
        403,
        'urn:uitkomst:probleem:geen-toegang',
      ]);
    }
  expect((await one.ask('/v1/werkvoorraad', { headers: { 'sec-fetch-site': 'none' } })).status).toBe(200);
});

test('a browser that does not say where a request comes from writes only with the header of our pages', async () => {
  const one = await signedIn('casemanager-1');
  const write = (headers: Record<string, string>) =>
    running.app.http.inject({
      method: 'POST',
      url: '/v1/dossiers/_zoek',
      payload: { bsn: BSNS[0] },
      headers: { cookie: one.cookieHeader, ...headers },
    });
  expect((await write({})).statusCode).toBe(403);
  expect((await write({ 'x-uitkomst': 'pagina' })).statusCode).toBe(200);
});

test('a cookie that was changed, or sent twice, is no session', async () => {
  const one = await signedIn();
  const value = one.cookies.get('uitkomst') ?? '';
  const at = value.length - 8;
  const changed = `${value.slice(0, at)}${value[at] === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`;
  for (const cookie of [
    `uitkomst=${changed}`,
    `uitkomst=${value}; uitkomst=${value}`,
    'uitkomst=nonsense',
    `uitkomst=${value.split('.').slice(1).join('.')}`,
  ]) {
    const answer = await running.app.http.inject({ url: '/v1/werkvoorraad', headers: { cookie } });
    expect(answer.statusCode).toBe(401);
  }
});

test('everything a token meets a cookie meets: a missing key, a role that may not, a claim of others', async () => {
  const provider = await signedIn('sagenn-1');
  expect((await provider.ask('/v1/werkvoorraad')).status).toBe(403);
  expect((await provider.ask(`/v1/claims/${claimId}`)).status).toBe(200);
  const officer = await signedIn();
  const asked = { method: 'POST', payload: { decisionHash: 'x' } } as const;
  expect((await officer.ask('/v1/claims', { ...asked, headers: { 'idempotency-key': '' } })).status).toBe(400);
  const refused = await officer.ask('/v1/claims', {
    method: 'POST',
    payload: claimFor('SAGENN', claimId.split('.')[0] ?? ''),
  });
  expect([refused.status, refused.body['code']]).toEqual([403, 'ROLE_MAY_NOT_RECORD']);
});

test('a look with a cookie leaves a record like any other', async () => {
  const auditor = await running.as('AUDITOR');
  const looks = async () =>
    (
      await auditor.get<{ count: number; results: { name: string; attributes: Record<string, string> }[] }>(
        '/verwerkingen',
      )
    ).body;
  const before = (await looks()).count;
  await (await signedIn('betaalfunctionaris-2')).ask(`/v1/claims/${claimId}`);
  const { count, results } = await looks();
  expect(count).toBe(before + 1);
  expect(results[0]).toMatchObject({ name: 'getClaim', attributes: { 'uitkomst.subject': 'betaalfunctionaris-2' } });
});

test('a session can be made to last, and ends when somebody signs out', async () => {
  const one = await signedIn();
  const before = one.cookies.get('uitkomst');
  await pause(1100); // Expiry is kept in whole seconds.
  const longer = await one.ask<{ expiresAt: string }>('/sessie/verlenging', { method: 'POST' });
  expect([longer.status, one.cookies.get('uitkomst') === before]).toEqual([200, false]);
  expect(Date.parse(longer.body.expiresAt)).toBeGreaterThan(Date.now() + 29 * 60_000);
  expect((await one.ask('/sessie', { method: 'DELETE' })).status).toBe(204);
  expect(one.cookies.size).toBe(0);
  expect((await one.ask('/v1/werkvoorraad')).status).toBe(401);
  expect((await one.ask('/sessie/verlenging', { method: 'POST' })).status).toBe(401);
});

test('sessions outlive a restart; another key, readable for its owner only, ends them all', async () => {
  const one = await signedIn();
  await running.restart();
  expect((await one.ask('/v1/werkvoorraad')).status).toBe(200);
  const file = join(running.folder, 'session.key');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const key = readFileSync(file, 'utf8');
  rmSync(file);
  await pause(1100); // How often the file is looked at.
  expect((await one.ask('/v1/werkvoorraad')).status).toBe(401);
  writeFileSync(file, key);
  utimesSync(file, new Date(0), new Date(0));
  await pause(1100);
  expect((await one.ask('/v1/werkvoorraad')).status).toBe(200);
});
