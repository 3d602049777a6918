import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, watermarks, type ClaimBody } from './story.js';

const clock = storyClock('2004-01-05');
let running: RunningApp;
let claimId: string;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['CALDER']);
  clock.moveTo('2008-10-10');
  const file = await clientWithJob(running, BSNS[0], ['CALDER']);
  clock.moveTo('2009-04-10');
  await watermarks(running, '2009-04-09');
  const calder = await running.as('PROVIDER', { organisation: 'CALDER' });
  ({ claimId } = must(await calder.post<ClaimBody>('/claims', claimFor('CALDER', file))));
});
afterAll(() => running.stop());

const mandate = (role: string, validFrom: string) => ({
  fromSubject: 'absent-1',
  toSubject: 'stand-in',
  role,
  validFrom,
  validTo: '2009-05-01',
});

async function approve(by: Caller) {
  const auditor = await running.as('AUDITOR');
  const { headers, body } = await auditor.get<ClaimBody>(`/claims/${claimId}`);
  const { determinationId, decisionHash } = body;
  const approval = { decision: 'APPROVE', determinationId, decisionHash };
  return by.post(`/claims/${claimId}/beoordelingen`, approval, { ifMatch: String(headers['etag']) });
}

test('a mandate lends a role on its days, to who stays who they are: two mandates are no four eyes', async () => {
  const contracts = await running.as('CONTRACTS', { subject: 'contracts-1' });
  const standIn = await running.as('CASEMGR', { subject: 'stand-in' });
  expect((await approve(standIn)).status).toBe(403);
  must(await contracts.post('/mandaten', mandate('OFFICER', '2009-04-12')));
  must(await contracts.post('/mandaten', mandate('APPROVER2', '2009-04-12')));
  expect((await approve(standIn)).status).toBe(403);
  clock.moveTo('2009-04-12');
  expect((await approve(standIn)).status).toBe(201);
  const { status, body } = await approve(standIn);
  expect([status, body['code']]).toEqual([409, 'SEPARATION_OF_DUTIES']);
  clock.moveTo('2009-05-01');
  expect((await approve(standIn)).status).toBe(403);
});

test('after a restart it holds as it was recorded', async () => {
  const contracts = await running.as('CONTRACTS', { subject: 'contracts-1' });
  must(await contracts.post('/mandaten', { ...mandate('OFFICER', '2009-05-02'), validTo: '2009-06-01' }));
  clock.moveTo('2009-05-02');
  await running.restart();
  const standIn = await running.as('CASEMGR', { subject: 'stand-in' });
  expect((await standIn.post('/betaalbatches', { claimIds: [claimId] })).status).toBe(409);
});

test('an auditor decides nothing, with or without a mandate', async () => {
  const contracts = await running.as('CONTRACTS', { subject: 'contracts-1' });
  must(
    await contracts.post('/mandaten', {
      ...mandate('OFFICER', '2009-05-02'),
      toSubject: 'auditor-1',
      validTo: '2009-06-01',
    }),
  );
  const auditor = await running.as('AUDITOR', { subject: 'auditor-1' });
  expect((await auditor.post('/betaalbatches', { claimIds: [claimId] })).status).toBe(403);
});

test('it is recorded by contract management, not backdated, and read by staff', async () => {
  const contracts = await running.as('CONTRACTS', { subject: 'contracts-1' });
  expect((await contracts.post('/mandaten', mandate('FINANCE', '2009-04-12'))).status).toBe(400);
  expect((await contracts.post('/mandaten', mandate('AUDITOR', '2009-05-12'))).status).toBe(400);
  const officer = await running.as('OFFICER', { subject: 'officer-1' });
  expect((await officer.post('/mandaten', { ...mandate('OFFICER', '2009-05-12'), validTo: '2009-06-01' })).status).toBe(
    403,
  );
  const { body } = await officer.get<{ results: { role: string; holds: boolean }[] }>('/mandaten');
  expect(body.results.map(({ role, holds }) => `${role} ${holds}`)).toEqual([
    'OFFICER false',
    'APPROVER2 false',
    'OFFICER true',
    'OFFICER true',
  ]);
  const calder = await running.as('PROVIDER', { organisation: 'CALDER' });
  expect((await calder.get('/mandaten')).status).toBe(403);
});
