import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, type ClaimBody } from './story.js';

const clock = storyClock('2004-01-05');
let running: RunningApp;
let file: string;
const provider = (): Promise<Caller> => running.as('PROVIDER', { organisation: 'SAGENN' });

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['SAGENN']);
});
afterAll(() => running.stop());

const ask = (from: Caller) => from.post<ClaimBody>('/claims', claimFor('SAGENN', file), { key: 'one-claim' });

const post = async (body: unknown, key: string) => (await provider()).post(`/dossiers/${file}/feiten`, body, { key });

const submissions = async (): Promise<number> => {
  let count = 0;
  for await (const { type } of running.app.services.ledger.readAll()) if (type === 'ClaimSubmitted') count += 1;
  return count;
};

test('the same request twenty times at once is one event and twenty equal answers, also after a restart', async () => {
  const caller = await provider();
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(caller)));
  const [first] = answers;
  expect(first?.status).toBe(201);
  for (const { status, body, headers } of answers)
    expect([status, body, headers['location'], headers['etag']]).toEqual([
      201,
      first?.body,
      first?.headers['location'],
      first?.headers['etag'],
    ]);
  expect(await submissions()).toBe(1);
  await running.restart();
  const after = await ask(await provider());
  expect([after.status, after.body]).toEqual([201, first?.body]);
  expect(await submissions()).toBe(1);
});

test('even when the answers kept are lost, the ledger knows the request and gives the same answer', async () => {
  const fact = {
    type: 'ServiceDelivered',
    trajectId: 'T-SAGENN',
    kind: 'JOB_COACHING',
    validFrom: '2008-08-01',
    source: { system: 'PROVIDER_API' },
    assurance: 'ASSERTED_BY_PROVIDER',
  };
  const url = `/dossiers/${file}/feiten`;
  const caller = await provider();
  const first = await caller.post(url, fact, { key: 'a-fact' });
  expect(first.status).toBe(201);
  await caller.post(url, { ...fact, validFrom: '2008-08-02' });
  expect(await running.app.services.keys.forgetExpired(Number.MAX_SAFE_INTEGER)).toBeGreaterThan(0);
  const again = await caller.post(url, fact, { key: 'a-fact' });
  expect([again.status, again.body]).toEqual([201, first.body]);
});

test('after a backup is put back, an answer the ledger no longer holds is not told again: it is recorded', async () => {
  const fact = {
    type: 'ServiceDelivered',
    trajectId: 'T-SAGENN',
    kind: 'JOB_COACHING',
    validFrom: '2008-08-03',
    source: { system: 'PROVIDER_API' },
    assurance: 'ASSERTED_BY_PROVIDER',
  };
  const [ledger, backup] = ['ledger.db', 'backup.db'].map((name) => join(running.folder, name)) as [string, string];
  const before = await post(fact, 'before-the-backup');
  await running.restart(() => copyFileSync(ledger, backup));
  const recorded = await running.recorded();
  const lost = { ...fact, validFrom: '2008-08-04' };
  const first = await post(lost, 'after-the-backup');
  expect([first.status, await running.recorded()]).toEqual([201, recorded + 1]);
  await running.restart(() => copyFileSync(backup, ledger));
  expect(await running.recorded()).toBe(recorded);
  const again = await post(lost, 'after-the-backup');
  expect([again.status, await running.recorded()]).toEqual([201, recorded + 1]);
  expect((await post(lost, 'after-the-backup')).body).toEqual(again.body);
  expect((await post(fact, 'before-the-backup')).body).toEqual(before.body);
  expect(await running.recorded()).toBe(recorded + 1);
});

test('a key is needed, is of one request only, and is each organisation’s own', async () => {
  const caller = await provider();
  const body = { ...claimFor('SAGENN', file), jobId: 'J7' };
  const without = await running.app.http.inject({
    method: 'POST',
    url: '/v1/claims',
    payload: body,
    headers: { authorization: `Bearer ${caller.token}` },
  });
  expect([without.statusCode, without.json<{ type: string }>().type]).toEqual([
    400,
    'urn:uitkomst:probleem:sleutel-ontbreekt',
  ]);
  expect(await caller.post('/claims', body, { key: 'one-claim' })).toMatchObject({
    status: 422,
    body: { type: 'urn:uitkomst:probleem:sleutel-hergebruikt' },
  });
  expect((await caller.post('/claims', body, { key: 'has space' })).status).toBe(400);
  const other = await running.as('PROVIDER', { organisation: 'AGENS' });
  expect((await other.post('/claims', claimFor('AGENS', file), { key: 'one-claim' })).status).toBe(201);
});

test('a second claim for the same thing under a new key is refused, and points to the first', async () => {
  const caller = await provider();
  const { claimId } = must(await caller.post<ClaimBody>('/claims', claimFor('SAGENN', file), { key: 'one-claim' }));
  const again = await caller.post('/claims', claimFor('SAGENN', file));
  expect(again).toMatchObject({
    status: 409,
    headers: { location: `/v1/claims/${claimId}` },
    body: { type: 'urn:uitkomst:probleem:dubbele-indiening', code: 'DUPLICATE_SUBMISSION', claimId },
  });
});

test('a refusal is not kept: the same request succeeds once what stood in its way is gone', async () => {
  const manager = await running.as('CASEMGR');
  const proof = { source: { system: 'SUITE' }, assurance: 'DOCUMENTED' };
  const intake = { type: 'IntakeHeld', trajectId: 'T-LATER', validFrom: '2008-03-01', ...proof };
  const url = `/dossiers/${file}/feiten`;
  expect(await manager.post(url, intake, { key: 'intake' })).toMatchObject({
    status: 400,
    body: { type: 'urn:uitkomst:probleem:onbekende-verwijzing', errors: [{ pointer: '/trajectId' }] },
  });
  const traject = { trajectId: 'T-LATER', providerId: 'SAGENN', contractId: 'K-SAGENN', intakeOn: '2008-03-01' };
  must(await manager.post(url, { type: 'TrajectAssigned', ...traject, validFrom: '2008-03-02', ...proof }));
  expect((await manager.post(url, intake, { key: 'intake' })).status).toBe(201);
});

test('what was answered to one role is not told to the same person in another', async () => {
  const manager = await running.as('CASEMGR', { subject: 'person-1', organisation: 'SAGENN' });
  const fact = { type: 'IntakeHeld', trajectId: 'T-SAGENN', validFrom: '2008-03-01' };
  const body = { ...fact, source: { system: 'SUITE' }, assurance: 'DOCUMENTED' };
  const url = `/dossiers/${file}/feiten`;
  const first = await manager.post(url, body, { key: 'in-a-role' });
  expect(first.status).toBe(201);
  expect((await manager.post(url, body, { key: 'in-a-role' })).body).toEqual(first.body);
  const auditor = await running.as('AUDITOR', { subject: 'person-1', organisation: 'SAGENN' });
  expect(await auditor.post(url, body, { key: 'in-a-role' })).toMatchObject({
    status: 403,
    body: { type: 'urn:uitkomst:probleem:rol-mag-niet', code: 'ROLE_MAY_NOT_RECORD' },
  });
});
