import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STORIES } from '../../apps/api/src/demonstration/stories/index.js';
import { Browser } from './browser.js';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, watermarks, type ClaimBody } from './story.js';

interface Operation {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

const clock = storyClock('2004-01-05');
/** What `npm test` builds first. */
const built = 'dist/apps/web';
let running: RunningApp;
let provider: Browser;
let operations: readonly Operation[];
let own: string;
/** All that a provider may meet nowhere: the rival, its claim, somebody else's file, and who works on it. */
let others: readonly string[];
/** What a path may name, of the rival and of the file that is none of its business. */
let names: Readonly<Record<string, string>>;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['CALDER', 'FOURSTAR']);
  clock.moveTo('2008-10-10');
  const shared = await clientWithJob(running, BSNS[0], ['CALDER', 'FOURSTAR']);
  const elsewhere = await clientWithJob(running, BSNS[1], ['FOURSTAR']);
  const officer = await running.as('OFFICER', { subject: 'officer-jansen' });
  const rival = await running.as('PROVIDER', { organisation: 'FOURSTAR', subject: 'fourstar-1' });
  clock.moveTo('2009-04-10');
  await watermarks(running, '2009-04-09');
  const calder = await running.as('PROVIDER', { organisation: 'CALDER', subject: 'calder-1' });
  ({ claimId: own } = must(await calder.post<ClaimBody>('/claims', claimFor('CALDER', shared))));
  const contested = must(await rival.post<ClaimBody>('/claims', claimFor('FOURSTAR', shared)));
  const paid = must(await rival.post<ClaimBody>('/claims', claimFor('FOURSTAR', elsewhere)));
  await approve(officer, paid.claimId);
  await running.app.services.projecting.waitUntil(await running.app.services.ledger.head(), 60_000);
  others = ['FOURSTAR', contested.claimId, paid.claimId, elsewhere, 'officer-jansen', 'fourstar-1'];
  names = {
    claimId: paid.claimId,
    dossierRef: elsewhere,
    providerId: 'FOURSTAR',
    contractId: 'K-FOURSTAR',
    definitionId: 'NL-STD',
    eventId: (await officer.get<ClaimBody>(`/claims/${paid.claimId}`)).body.determinationId,
    clawbackId: `${elsewhere}.k`,
    objectionId: `${elsewhere}.b`,
    letterId: 'L1',
    recordId: 'words.aaaaaaaaaaaaaaaa',
    sha256: '0'.repeat(64),
    runId: 'a'.repeat(16),
    size: '1',
  };
  provider = new Browser(() => running.app);
  await provider.signIn('calder-1');
  operations = await everyOperation();
});
afterAll(() => running.stop());

async function approve(officer: Caller, claimId: string): Promise<void> {
  const { body, headers } = await officer.get<ClaimBody>(`/claims/${claimId}`);
  const { determinationId, decisionHash } = body;
  const approval = { decision: 'APPROVE', determinationId, decisionHash };
  must(await officer.post(`/claims/${claimId}/beoordelingen`, approval, { ifMatch: String(headers['etag']) }));
}

async function everyOperation(): Promise<readonly Operation[]> {
  const { body } = await provider.ask<{ paths: Record<string, Record<string, object>> }>('/v1/openapi.json');
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).flatMap((method): Operation[] =>
      path === '/wijzigingen' ? [] : [{ path: `/v1${path}`, method: method.toUpperCase() as Operation['method'] }],
    ),
  );
}

const filled = (path: string): string => path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => names[name] ?? 'none');

/** What of others stands in an answer. */
const leaksIn = (text: string): readonly string[] => others.filter((secret) => text.includes(secret));

test('whatever a provider’s browser asks with the cookie it has, no answer holds anything of others', async () => {
  const found: string[] = [];
  for (const { method, path } of operations) {
    const url = filled(path);
    const payload = method === 'POST' ? { payload: {} } : {};
    const { status, text } = await provider.ask(url, { method, ...payload, headers: { 'if-match': '"r1"' } });
    const told = text.replaceAll(url.split('?')[0] ?? url, ''); // A problem says which path it is about.
    found.push(...leaksIn(told).map((secret) => `${method} ${path} (${status}): ${secret}`));
    expect([method, path, status < 500]).toEqual([method, path, true]);
  }
  expect(operations.length).toBeGreaterThan(80);
  expect(found).toEqual([]);
});

test('the same questions do find it for who may know: an officer', async () => {
  const officer = new Browser(() => running.app);
  await officer.signIn('betaalfunctionaris-1');
  const found = new Set<string>();
  for (const { path } of operations.filter(({ method }) => method === 'GET')) {
    const url = filled(path);
    const { text } = await officer.ask(url);
    for (const secret of leaksIn(text.replaceAll(url, ''))) found.add(secret);
  }
  expect([...found].toSorted()).toEqual(others.toSorted());
});

test('with a query and with its own claim named neither', async () => {
  const queries = ['?pageSize=100', '?q=fourstar', '?providerId=FOURSTAR', '?state=CONTESTED', '?knownAsOf=2009-04-30'];
  const found: string[] = [];
  for (const { path } of operations.filter(({ method }) => method === 'GET'))
    for (const query of queries) {
      const url = filled(path.replace('{claimId}', own)) + query;
      const { text } = await provider.ask(url);
      found.push(...leaksIn(text.replaceAll(url.split('?')[0] ?? url, '')).map((secret) => `${url}: ${secret}`));
    }
  expect(found).toEqual([]);
});

test('a session tells of who has it and of nobody else, and holds no token', async () => {
  const { text, body } = await provider.ask('/sessie');
  expect(Object.keys(body).toSorted()).toEqual(
    [
      'endsAt',
      'expiresAt',
      'municipality',
      'municipalityName',
      'name',
      'organisation',
      'role',
      'roles',
      'signIn',
      'signedIn',
      'subject',
      'today',
    ].toSorted(),
  );
  expect(leaksIn(text)).toEqual([]);
  expect(text).not.toMatch(/eyJ/);
});

test('the pages are the same for everybody and hold data of nobody', async () => {
  const stranger = new Browser(() => running.app);
  const page = await provider.ask('/werkvoorraad');
  expect([page.status, page.text]).toEqual([200, (await stranger.ask('/')).text]);
  const secrets = [
    ...STORIES.map(({ bsn }) => bsn),
    ...STORIES.flatMap(({ steps }) => steps.map(({ by }) => by.orgId)).filter((id) => id !== 'VOORBEELDSTAD'),
    ...BSNS,
    ...others,
  ];
  const files = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(js|css|html|json|map)$/.test(name),
  );
  expect(files.length).toBeGreaterThan(3);
  const found = files.flatMap((name) => {
    const text = readFileSync(join(built, name), 'utf8');
    const named = [...new Set(secrets)].filter((secret) => new RegExp(`["'\`]${secret}["'\`]`).test(text));
    const numbers = /\b[a-z2-7]{13}\.[a-z2-7]{16}\b|eyJ[\w-]{20,}\.[\w-]{20,}/.exec(text)?.[0];
    return [...named, ...(numbers === undefined ? [] : [numbers])].map((what) => `${name}: ${what}`);
  });
  expect(found).toEqual([]);
});
