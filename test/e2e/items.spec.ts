import { runApp, type Answer, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, watermarks, type ClaimBody } from './story.js';

const clock = storyClock('2004-01-05');
let running: RunningApp;
let file: string;
let contracts: Caller;
let sagenn: Caller;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN', 'AGENS']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['SAGENN', 'AGENS']);
  contracts = await running.as('CONTRACTS');
  sagenn = await running.as('PROVIDER', { organisation: 'SAGENN' });
});
afterAll(() => running.stop());

const placeOf = ({ headers }: Pick<Answer, 'headers'>): string => String(headers['location']).replace('/v1', '');

interface Listed {
  readonly results: readonly object[];
}

/** What an answer says was made, read by itself where it says so; it stands in its own list too. */
async function itemOf(caller: Caller, answer: Answer<unknown>): Promise<Answer> {
  must(answer);
  const place = placeOf(answer);
  const item = await caller.get(place);
  must(item, 200);
  const { results } = must(await caller.get<Listed>(place.slice(0, place.lastIndexOf('/'))), 200);
  expect(results).toContainEqual(item.body);
  return item;
}

test('through which day one source is complete', async () => {
  const told = { system: 'GWS4ALL', completeThrough: '2008-10-01' };
  const item = await itemOf(contracts, await (await running.as('BENEFITS')).post('/watermerken', told));
  expect(item.body).toEqual(told);
  expect((await contracts.get('/watermerken/SURVEY')).status).toBe(404);
  expect((await contracts.get('/watermerken/NONE')).status).toBe(400);
});

test('a mandate as it was recorded, and whether it holds today', async () => {
  const mandate = { fromSubject: 'o-1', toSubject: 'o-2', role: 'OFFICER', validFrom: '2008-10-10' };
  const first = await contracts.post('/mandaten', { ...mandate, validTo: '2008-12-01' });
  expect((await itemOf(contracts, first)).body).toMatchObject({ toSubject: 'o-2', holds: true });
  const shortened = await contracts.post('/mandaten', { ...mandate, validTo: '2008-11-01' });
  expect((await itemOf(contracts, shortened)).body).toMatchObject({ validTo: '2008-11-01', holds: true });
  expect((await contracts.get(placeOf(first))).body).toMatchObject({ validTo: '2008-12-01', holds: false });
  expect((await sagenn.get(placeOf(first))).status).toBe(403);
  expect(placeOf(await contracts.post('/mandaten', { ...mandate, validTo: '2008-11-01' }))).toBe('/mandaten');
  expect((await contracts.get('/mandaten/00000000-0000-4000-8000-000000000000')).status).toBe(404);
});

test('which rules decide, from which day', async () => {
  const { body } = await contracts.get<{ active: string }>('/regelsets');
  const activation = { ruleSet: body.active, decisionRef: 'B-2008', validFrom: '2008-11-01' };
  const answer = await contracts.post('/regelsets', activation);
  expect((await itemOf(sagenn, answer)).body).toMatchObject(activation);
});

test('one account of a provider, with the version on which it is confirmed', async () => {
  const accounts = '/aanbieders/SAGENN/rekeningen';
  const version = async (url: string) => String((await contracts.get(url)).headers['etag']);
  const account = { iban: 'NL91ABNA0417164300', holder: 'Sagenn BV', activeFrom: '2008-10-10' };
  const answer = await contracts.post(accounts, account, { ifMatch: await version(accounts) });
  const item = await itemOf(sagenn, answer);
  expect(item.body).toMatchObject({ activeFrom: '2008-10-10', confirmedOn: null });
  expect(JSON.stringify(item.body)).not.toContain('0417164');
  const finance = await running.as('FINANCE', { subject: 'finance-2' });
  const confirmations = `${placeOf(answer)}/bevestigingen`;
  must(await finance.post(confirmations, {}, { ifMatch: await version(placeOf(answer)) }));
  expect((await contracts.get(`${accounts}/ACC.none`)).status).toBe(404);
  const agens = await running.as('PROVIDER', { organisation: 'AGENS' });
  expect((await agens.get(placeOf(answer))).status).toBe(404);
});

test('to whom the outflow of one job is attributed, with the version somebody decides on', async () => {
  for (const provider of ['SAGENN', 'AGENS'])
    must(await (await running.as('PROVIDER', { organisation: provider })).post('/claims', claimFor(provider, file)));
  const officer = await running.as('OFFICER', { subject: 'officer-1' });
  const job = `/dossiers/${file}/toerekeningen/J1`;
  const before = must(await officer.get(job), 200);
  expect(before).toMatchObject({ jobId: 'J1', shares: null });
  const shares = { SAGENN: 6000, AGENS: 4000 };
  const decision = { jobId: 'J1', shares, grounds: 'BOTH_CONTRIBUTED' };
  const ifMatch = String((await officer.get(job)).headers['etag']);
  const item = await itemOf(officer, await officer.post(`/dossiers/${file}/toerekeningen`, decision, { ifMatch }));
  expect(item.body).toMatchObject({ jobId: 'J1', shares, grounds: 'BOTH_CONTRIBUTED' });
  expect(item.headers['etag']).toBe(item.body['etag']);
  expect((await sagenn.get(job)).status).toBe(403);
  expect((await officer.get(`/dossiers/${file}/toerekeningen/J9`)).status).toBe(404);
});

test('one approval of a claim, for who works at the municipality', async () => {
  const own = await clientWithJob(running, BSNS[1], ['SAGENN']);
  clock.moveTo('2009-04-10');
  await watermarks(running, '2009-04-09');
  const { claimId } = must(await sagenn.post<ClaimBody>('/claims', claimFor('SAGENN', own)));
  const officer = await running.as('OFFICER', { subject: 'officer-1' });
  const seen = await officer.get<ClaimBody & { determinationId: string; decisionHash: string }>(`/claims/${claimId}`);
  const { determinationId, decisionHash } = seen.body;
  const approval = { decision: 'APPROVE', determinationId, decisionHash };
  const ifMatch = String(seen.headers['etag']);
  const answer = await officer.post(`/claims/${claimId}/beoordelingen`, approval, { ifMatch });
  expect((await itemOf(officer, answer)).body).toMatchObject({ decision: 'APPROVE', actor: 'officer-1', holds: true });
  expect((await sagenn.get(placeOf(answer))).status).toBe(403);
  const nobody = `/claims/${claimId}/beoordelingen/00000000-0000-4000-8000-000000000000`;
  expect((await officer.get(nobody)).status).toBe(404);
});
