import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, clientWithJob, setOut, storyClock } from './story.js';

const clock = storyClock('2004-01-05');
let running: RunningApp;
let file: string;
let provider: Caller;
let benefits: Caller;
let contracts: Caller;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['SAGENN']);
  provider = await running.as('PROVIDER', { organisation: 'SAGENN' });
  benefits = await running.as('BENEFITS');
  contracts = await running.as('CONTRACTS');
});
afterAll(() => running.stop());

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
const claim = (fields: object = {}): object => ({ dossierRef: 'aaaaaaaaaaaaa', trajectId: 'T-SAGENN', ...fields });
const fact = (fields: object): object => ({
  type: 'BenefitGranted',
  benefitId: 'B9',
  kind: 'BIJSTAND',
  validFrom: '2008-01-01',
  source: { system: 'GWS4ALL' },
  assurance: 'AUTHORITATIVE',
  ...fields,
});
type Case = readonly [what: string, body: unknown, ...pointers: readonly string[]];

const CLAIMS: readonly Case[] = [
  ['nothing', {}, '/dossierRef'],
  ['both a file and a BSN', claim({ bsn: BSNS[0] }), '/dossierRef'],
  ['a BSN that fails the eleven test', { bsn: '123456789' }, '/bsn'],
  ['30 February', claim({ assertedOutflowOn: '2009-02-30' }), '/assertedOutflowOn'],
  ['a day that is no day', claim({ assertedOutflowOn: '31-12-2008' }), '/assertedOutflowOn'],
  ['negative cents', claim({ cents: -1 }), '/cents'],
  ['fractional cents', claim({ cents: 1.5 }), '/cents'],
  ['cents as text', claim({ cents: '100' }), '/cents'],
  ['more cents than there are', claim({ cents: 1e300 }), '/cents'],
  ['a number in place of an id', claim({ jobId: 7 }), '/jobId'],
  ['an id that may be a BSN', claim({ jobId: '123456782' }), '/jobId'],
  ['over-long text', claim({ providerReference: 'a'.repeat(36) }), '/providerReference'],
  ['who claims', claim({ providerId: 'AGENS' }), '/providerId'],
  ['an event id of its own', claim({ eventId: '00000000-0000-4000-8000-000000000000' }), '/eventId'],
  [
    'a hash, an actor and a time of its own',
    claim({ decisionHash: 'a', actor: 'me', recordedAt: 'now' }),
    '/decisionHash',
    '/actor',
    '/recordedAt',
  ],
  ['three faults at once', claim({ cents: -1, jobId: '', milestone: 'small' }), '/cents', '/jobId', '/milestone'],
  ['a list', [], ''],
  ['a word', 'word', ''],
  ['null', null, ''],
  ['a thousand lists in each other', { dossierRef: nested(1000) }, '/dossierRef'],
  ['a file that is no reference', { dossierRef: '../../etc' }, '/dossierRef'],
];

test.each(CLAIMS)(
  'a claim with %s is a problem at the exact field, and nothing is recorded',
  async (_what, body, ...pointers) => {
    const before = await running.recorded();
    const answer = await provider.post<Problem>('/claims', body, { headers: { 'content-type': 'application/json' } });
    expect(answer).toMatchObject({ status: 400, body: { status: 400 } });
    const found = answer.body.errors?.map(({ pointer }) => pointer) ?? [''];
    expect(found).toEqual(expect.arrayContaining([...pointers]));
    expect(await running.recorded()).toBe(before);
  },
);

interface Problem {
  readonly type: string;
  readonly errors?: readonly { readonly in: string; readonly pointer: string; readonly code: string }[];
}

const FACTS: readonly Case[] = [
  ['of no known type', fact({ type: 'Miracle' }), '/type'],
  ['that only the system records', fact({ type: 'SurveyInvited' }), '/type'],
  ['that is not a fact', fact({ type: 'ClaimDetermined' }), '/type'],
  ['that ends before it begins', fact({ validTo: '2007-01-01' }), '/validTo'],
  ['of a kind nobody knows', fact({ kind: 'LOTTERY' }), '/kind'],
  ['without a source', fact({ source: undefined }), '/source'],
  ['from a source with a BSN in it', fact({ source: { system: 'GWS4ALL', name: 'x' } }), '/source/name'],
  [
    'about a benefit the file does not know',
    { ...fact({}), type: 'BenefitStopped', benefitId: 'B77', reason: 'MOVED', kind: undefined },
    '/benefitId',
  ],
];
test.each(FACTS)('a fact %s is a problem at the exact field', async (_what, body, ...pointers) => {
  const before = await running.recorded();
  const answer = await benefits.post<Problem>(`/dossiers/${file}/feiten`, body);
  expect(answer.status).toBe(400);
  expect(answer.body.errors?.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining([...pointers]));
  expect(await running.recorded()).toBe(before);
});

const TERMS = [
  {
    what: 'a contract that ends before it begins',
    url: '/contracten',
    body: {
      contractId: 'K2',
      providerId: 'SAGENN',
      definitionSetId: 'NL-STD',
      validFrom: '2008-01-01',
      validTo: '2007-01-01',
    },
    pointer: '/validTo',
  },
  {
    what: 'a definition set without parameters',
    url: '/normenkaders/X/versies',
    body: { version: 1, text: 'x', decisionRef: 'x', validFrom: '2008-01-01' },
    pointer: '/parameters',
  },
  {
    what: 'a provider of unheard-of ownership',
    url: '/aanbieders',
    body: { providerId: 'P2', ownership: 'ALIEN', validFrom: '2008-01-01' },
    pointer: '/ownership',
  },
];
test.each(TERMS)('$what is a problem at the exact field', async ({ url, body, pointer }) => {
  const answer = await contracts.post<Problem>(url, body);
  expect(answer.status).toBe(400);
  expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
});

test('shares that are not the whole, or go to a stranger, are a problem at the shares', async () => {
  const officer = await running.as('OFFICER');
  const url = `/dossiers/${file}/toerekeningen`;
  const decide = (shares: object) =>
    officer.post<Problem>(url, { jobId: 'J1', shares, grounds: 'SEEN' }, { ifMatch: '"r0"' });
  expect((await decide({ SAGENN: 9000 })).body.errors?.[0]?.pointer).toBe('/shares');
  expect((await decide({ SAGENN: 5000, NOBODY: 5000 })).body.errors?.[0]?.pointer).toMatch(/^\/shares/);
  expect((await decide({ SAGENN: 10_001 })).body.errors?.[0]?.pointer).toBe('/shares/SAGENN');
});

test('ids nobody knows are not found, and queries nobody knows are refused', async () => {
  const officer = await running.as('OFFICER');
  for (const url of [
    '/claims/aaaaaaaaaaaaa.b',
    '/dossiers/aaaaaaaaaaaaa',
    '/dossiers/aaaaaaaaaaaaa/tijdlijn',
    '/betaalbatches/none',
    '/contracten/none',
    '/aanbieders/none',
    '/normenkaders/none/versies',
    '/claims/aaaaaaaaaaaaa.b/vaststellingen',
    '/claims/aaaaaaaaaaaaa.b/uitleg',
  ])
    expect([url, (await officer.get(url)).status]).toEqual([url, 404]);
  for (const url of [
    '/claims/nonsense',
    '/werkvoorraad?page=0',
    '/werkvoorraad?pageSize=101',
    '/werkvoorraad?x=1',
    `/dossiers/${file}/tijdlijn?asOf=2008-02-30`,
    `/dossiers/${file}/tijdlijn?knownAsOf=soon`,
    `/dossiers/${file}/tijdlijn?knownAsOf=9999-12-31T23:59:59-23:59`,
    `/dossiers/${file}/tijdlijn?knownAsOf=2008-01-01T00:00:00.1234567890Z`,
    '/werkvoorraad?page=1&page=2',
    '/werkvoorraad?page=1e9',
  ])
    expect([url, (await officer.get(url)).status]).toEqual([url, 400]);
});
