import { CLAIMS_DESK, JOURNAL, ProjectionRunner } from '@uitkomst/projections';
import { ledgerUntil, positionKnownAsOf } from '@uitkomst/ledger';
import { temporaryFolder } from '../../libs/projections/src/testing/index.js';
import { runApp, type Answer, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, watermarks, type ClaimBody } from './story.js';

interface Row {
  readonly claimId: string;
  readonly state: string;
  readonly cents: number | null;
  readonly definition: string | null;
}
interface Page<T = Row> {
  readonly count: number;
  readonly results: readonly T[];
  readonly asOf?: string;
  readonly knownAsOf?: string;
}
interface Side {
  readonly state: string;
  readonly cents: number | null;
}
interface Differences {
  readonly first: { readonly claims: number; readonly states: Readonly<Record<string, number>> };
  readonly second: { readonly claims: number; readonly states: Readonly<Record<string, number>> };
  readonly count: number;
  readonly results: readonly {
    readonly claimId: string;
    readonly change: string;
    readonly before: Side | null;
    readonly after: Side | null;
    readonly behind: readonly { readonly type: string }[];
  }[];
}

const folder = temporaryFolder();
const clock = storyClock('2004-01-05');
let running: RunningApp;
let auditor: Caller;
let provider: Caller;
let claims: string[];
let batchId: string;

/** Two claims of October 2008: one is paid in April 2009; of the other a relapse becomes known in May, and a third comes then. */
beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN']);
  auditor = await running.as('AUDITOR', { subject: 'auditor-1' });
  provider = await running.as('PROVIDER', { organisation: 'SAGENN' });
  clock.moveTo('2008-10-10');
  const files = [];
  for (const bsn of BSNS.slice(0, 3)) files.push(await clientWithJob(running, bsn, ['SAGENN']));
  claims = [await claimed(files[0]), await claimed(files[1])];
  clock.moveTo('2009-04-10');
  await watermarks(running, '2009-04-09');
  for (const claimId of claims) await decided(claimId);
  await approve(claims[0]);
  clock.moveTo('2009-04-14');
  await pay(claims[0]);
  clock.moveTo('2009-05-04');
  const relapse = { type: 'BenefitGranted', benefitId: 'B9', kind: 'BIJSTAND', validFrom: '2008-11-05' };
  const benefits = await running.as('BENEFITS');
  const sure = { source: { system: 'GWS4ALL' }, assurance: 'AUTHORITATIVE' };
  must(await benefits.post(`/dossiers/${files[1]}/feiten`, { ...relapse, ...sure }));
  claims.push(await claimed(files[2]));
  clock.moveTo('2009-05-11');
  await settled();
});
afterAll(async () => {
  await running.stop();
  folder.remove();
});

async function settled(): Promise<void> {
  const { ledger, projecting } = running.app.services;
  await projecting.waitUntil(await ledger.head(), 60_000);
}

/** The sweep decides by itself what the registers' word changes. */
async function decided(claimId: string): Promise<void> {
  while ((await auditor.get<ClaimBody>(`/claims/${claimId}`)).body.outcome !== 'ELIGIBLE') await settled();
}

async function claimed(file = ''): Promise<string> {
  return must(await provider.post<ClaimBody>('/claims', claimFor('SAGENN', file))).claimId;
}

async function approve(claimId = ''): Promise<void> {
  for (const who of [
    await running.as('OFFICER', { subject: 'officer-1' }),
    await running.as('APPROVER2', { subject: 'approver-1' }),
  ]) {
    const claim = await who.get<ClaimBody>(`/claims/${claimId}`);
    const { determinationId, decisionHash } = claim.body;
    const seen = { decision: 'APPROVE', determinationId, decisionHash };
    must(await who.post(`/claims/${claimId}/beoordelingen`, seen, { ifMatch: etag(claim) }));
  }
}

async function pay(claimId = ''): Promise<void> {
  const officer = await running.as('OFFICER', { subject: 'officer-1' });
  const prepared = await officer.post<{ readonly batchId: string }>('/betaalbatches', { claimIds: [claimId] });
  ({ batchId } = must(prepared));
  const payer = await running.as('OFFICER', { subject: 'officer-3' });
  clock.moveTo('2009-04-15');
  must(await payer.post(`/betaalbatches/${batchId}/vrijgaven`, {}, { ifMatch: etag(prepared) }));
  await settled();
}

const etag = ({ headers }: Pick<Answer, 'headers'>): string => String(headers['etag']);

/** As a page does: again while it is being made. */
async function at<T = Page>(path: string, who = auditor): Promise<T> {
  for (;;) {
    const answer = await who.get<T>(path);
    if (answer.status !== 503) return must(answer, 200);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  }
}

const states = ({ results }: Page): Record<string, string> =>
  Object.fromEntries(results.map(({ claimId, state }) => [claimId, state]));

const APRIL = 'asOf=2009-04-13&knownAsOf=2009-04-13';

test('the work list at an earlier knowledge date is that of a ledger that ended there', async () => {
  const [paid = '', relapsed = '', late = ''] = claims;
  const now = await at('/werkvoorraad');
  expect(states(now)).toEqual({ [paid]: 'PAYMENT_ORDERED', [relapsed]: 'REJECTED', [late]: 'ELIGIBLE' });
  expect([now.asOf, now.knownAsOf]).toEqual([undefined, undefined]);
  const then = await at(`/werkvoorraad?${APRIL}`);
  expect(states(then)).toEqual({ [paid]: 'APPROVED', [relapsed]: 'ELIGIBLE' });
  expect([then.asOf, then.knownAsOf]).toEqual(['2009-04-13', '2009-04-13T21:59:59.999Z']);
  const { ledger } = running.app.services;
  const short = ledgerUntil(ledger, await positionKnownAsOf(ledger, then.knownAsOf ?? ''));
  const reads = folder.reads();
  await new ProjectionRunner({ ledger: short, reads, projections: [CLAIMS_DESK, JOURNAL] }).catchUp();
  const rows = await reads.select(CLAIMS_DESK);
  expect(Object.fromEntries(rows.map(({ claimId, state }) => [claimId, state]))).toEqual(states(then));
  expect(rows.map(({ cents }) => cents)).toEqual(then.results.map(({ cents }) => cents));
  const list = await at(`/claims?${APRIL}`);
  expect(states(list)).toEqual(states(then));
  for (const { results } of [then, list])
    expect(new Set(results.map(({ definition }) => definition))).toEqual(new Set(['NL-STD@1']));
});

test('the peildatum moves what a day decides; the knowledge stays', async () => {
  const [, relapsed = ''] = claims;
  const stateOn = async (asOf: string) => states(await at(`/werkvoorraad?knownAsOf=2009-04-13&asOf=${asOf}`))[relapsed];
  expect(await stateOn('2008-12-01')).toBe('MATURING');
  expect(await stateOn('2009-04-13')).toBe('ELIGIBLE');
  const known = await at('/werkvoorraad?asOf=2008-12-01');
  expect(states(known)[relapsed]).toBe('REJECTED'); // What is known now was so then.
  expect(known.count).toBe(2); // What was submitted later was not there.
});

test('batches and the journal are looked at in the same past', async () => {
  expect(await at<Page<object>>('/betaalbatches')).toMatchObject({
    count: 1,
    results: [{ batchId, preparedOn: '2009-04-14', status: 'RELEASED' }],
  });
  expect((await at(`/betaalbatches?${APRIL}`)).count).toBe(0);
  const prepared = await at<Page<object>>('/betaalbatches?asOf=2009-04-14');
  expect(prepared.results).toMatchObject([{ batchId, status: 'PREPARED' }]);
  const journal = (dates: string) =>
    at<{ readonly results: readonly object[] }>(`/journaalposten?bookingYear=2009${dates}`);
  expect((await journal('')).results).toMatchObject([{ kind: 'ORDERED', cents: 300_000 }]);
  expect((await journal(`&${APRIL}`)).results).toEqual([]);
  expect((await journal('&asOf=2009-04-30')).results).toHaveLength(1);
});

test('every other list an auditor reads can be asked in the past', async () => {
  for (const list of [
    '/terugvorderingen',
    '/bezwaren',
    '/dossiers',
    '/weigeringen',
    '/werkvoorraad/stille-trajecten?days=1',
  ]) {
    const before = await at(`${list}${list.includes('?') ? '&' : '?'}asOf=2008-01-01&knownAsOf=2008-01-01`);
    expect([list, before.count, before.asOf]).toEqual([list, 0, '2008-01-01']);
  }
  expect((await at('/dossiers?knownAsOf=2008-10-10')).count).toBe(3);
});

test('the difference of two cuts names what came, went and changed, with the events behind it', async () => {
  const [paid = '', relapsed = '', late = ''] = claims;
  const cuts = `${APRIL}&asOf2=2009-05-11&knownAsOf2=2009-05-11`;
  const { first, second, count, results } = await at<Differences>(`/werkvoorraad/verschillen?${cuts}`);
  expect([first.states, second.states]).toEqual([
    { APPROVED: 1, ELIGIBLE: 1 },
    { PAYMENT_ORDERED: 1, REJECTED: 1, ELIGIBLE: 1 },
  ]);
  expect(count).toBe(3);
  const of = (claimId: string) => results.find((result) => result.claimId === claimId);
  expect(of(paid)).toMatchObject({
    change: 'OTHERWISE',
    before: { state: 'APPROVED' },
    after: { state: 'PAYMENT_ORDERED' },
  });
  expect(of(paid)?.behind.map(({ type }) => type)).toEqual(['PaymentOrdered']);
  expect(of(relapsed)?.behind.map(({ type }) => type)).toEqual(['BenefitGranted']);
  expect(of(late)).toMatchObject({ change: 'CAME', before: null, after: { state: 'ELIGIBLE', cents: 300_000 } });
  const early = 'asOf=2008-12-01&knownAsOf=2009-04-13&asOf2=2009-04-13&knownAsOf2=2009-04-13';
  const byTheDay = await at<Differences>(`/werkvoorraad/verschillen?${early}`);
  expect(byTheDay.results.map(({ behind }) => behind)).toEqual([[], []]);
});

test('a provider and a client look at the present only, and in the present at their own', async () => {
  for (const list of ['/claims', '/terugvorderingen', '/bezwaren'])
    for (const dates of ['knownAsOf=2009-04-13', 'asOf=2009-04-13']) {
      const { status, body } = await provider.get(`${list}?${dates}`);
      expect([list, status, body['type']]).toEqual([list, 403, 'urn:uitkomst:probleem:geen-toegang']);
    }
  expect((await provider.get(`/werkvoorraad/verschillen?${APRIL}`)).status).toBe(403);
  expect((await at('/claims', provider)).count).toBe(3);
  const finance = await running.as('FINANCE');
  expect((await at(`/betaalbatches?${APRIL}`, finance)).count).toBe(0);
  expect((await finance.get(`/werkvoorraad?${APRIL}`)).status).toBe(403);
});

test.each([
  ['knownAsOf=2009-05-12', '/knownAsOf'],
  ['knownAsOf=2009-05-11T23:00:00%2B02:00', '/knownAsOf'],
  ['knownAsOf=2009-02-30', '/knownAsOf'],
  ['knownAsOf=gisteren', '/knownAsOf'],
  ['asOf=2009-13-01', '/asOf'],
  ['asOf=', '/asOf'],
  ['knownAsOf=2009-04-13&knownAsOf=2009-04-14', '/knownAsOf'],
])('%s is refused, with the field', async (dates, pointer) => {
  for (const path of ['/werkvoorraad?', '/betaalbatches?', '/journaalposten?bookingYear=2009&']) {
    const { status, body } = await auditor.get(`${path}${dates}`);
    expect([path, status]).toEqual([path, 400]);
    expect((body['errors'] as { pointer: string }[]).map((fault) => fault.pointer)).toEqual([pointer]);
  }
});

test('a second cut that knew less than the first is refused, and one that is to come', async () => {
  for (const [dates, pointer] of [
    ['knownAsOf=2009-05-01&knownAsOf2=2009-04-01', '/knownAsOf2'],
    ['knownAsOf=2009-05-01&knownAsOf2=2009-06-01', '/knownAsOf2'],
  ] as const) {
    const { status, body } = await auditor.get(`/werkvoorraad/verschillen?${dates}`);
    expect([status, body['errors']]).toMatchObject([400, [{ in: 'query', pointer }]]);
  }
});
