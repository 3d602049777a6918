import { served, type Served } from '../stores/eventstoredb-stand-in/served.js';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, watermarks, type ClaimBody } from './story.js';

// The whole application on a ledger in EventStoreDB: what is asked of it over HTTP must not show which engine it stands on.

const clock = storyClock('2004-01-05');
let server: Served;
let running: RunningApp;
let file: string;
let claimId: string;

beforeAll(async () => {
  server = await served();
  running = await runApp({ clock, environment: { LEDGER_URL: server.freshUrl('&answerWithin=60000') } });
  await setOut(running, ['SAGENN']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['SAGENN']);
  clock.moveTo('2008-12-01');
});
afterAll(async () => {
  await running.stop();
  await server.close();
});

const officer = (): Promise<Caller> => running.as('OFFICER', { subject: 'officer-1' });
const claimNow = async (): Promise<ClaimBody> => (await (await officer()).get<ClaimBody>(`/claims/${claimId}`)).body;

test('a claim is handed in, and handed in again after the server was away it is the same', async () => {
  const provider = await running.as('PROVIDER', { organisation: 'SAGENN', subject: 'p-sagenn' });
  const handIn = () => provider.post<ClaimBody>('/claims', claimFor('SAGENN', file), { key: 'once' });
  ({ claimId } = must(await handIn()));
  await server.standIn?.restart();
  expect(must(await handIn()).claimId).toBe(claimId);
  expect(await provider.post('/claims', claimFor('SAGENN', file))).toMatchObject({ status: 409 });
  expect(await claimNow()).toMatchObject({ outcome: 'PENDING' });
});

test('a process that starts again finds everything, and goes on', async () => {
  await running.restart();
  clock.moveTo('2009-04-10');
  await watermarks(running, '2009-04-09');
  let claim = await claimNow();
  for (let attempt = 0; claim.outcome === 'PENDING' && attempt < 200; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    claim = await claimNow();
  }
  expect(claim.outcome).toBe('ELIGIBLE');
  const desk = must(await (await officer()).get<{ count: number }>('/werkvoorraad'), 200);
  expect(desk.count).toBe(1);
});

test('it is told as it was known on another day', async () => {
  const auditor = await running.as('AUDITOR');
  const early = must(await auditor.get(`/claims/${claimId}/uitleg?asOf=2008-12-01&knownAsOf=2008-12-01`), 200);
  expect(early).toMatchObject({ outcome: 'PENDING', asOf: '2008-12-01', knownAsOf: '2008-12-01T22:59:59.999Z' });
  const { results } = must(
    await auditor.get<{ results: { determinationId: string }[] }>(`/claims/${claimId}/vaststellingen`),
    200,
  );
  for (const { determinationId } of results)
    expect(must(await auditor.get(`/claims/${claimId}/vaststellingen/${determinationId}`), 200)).toMatchObject({
      replay: { same: true },
    });
});
