import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, watermarks, type ClaimBody } from './story.js';

const clock = storyClock('2004-01-05');
let running: RunningApp;
let officer: Caller;
let claimId: string;

interface Refusals {
  readonly count: number;
  readonly results: readonly {
    readonly subject: string;
    readonly command: string;
    readonly code: string;
    readonly claimId: string | null;
  }[];
}

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['CALDER']);
  clock.moveTo('2008-10-10');
  const file = await clientWithJob(running, BSNS[0], ['CALDER']);
  clock.moveTo('2009-04-10');
  await watermarks(running, '2009-04-09');
  officer = await running.as('OFFICER', { subject: 'officer-1' });
  const calder = await running.as('PROVIDER', { organisation: 'CALDER' });
  ({ claimId } = must(await calder.post<ClaimBody>('/claims', claimFor('CALDER', file))));
});
afterAll(() => running.stop());

/** Approves what is seen now, or what one made of it. */
async function approve(by: Caller, told: object = {}, key?: string) {
  const { headers, body } = await officer.get<ClaimBody>(`/claims/${claimId}`);
  const { determinationId, decisionHash } = body;
  const seen = { decision: 'APPROVE', determinationId, decisionHash, ...told };
  const sent = { ifMatch: String(headers['etag']), ...(key !== undefined && { key }) };
  return by.post(`/claims/${claimId}/beoordelingen`, seen, sent);
}

/** What the auditor reads, once it is kept. */
async function refusals(query = ''): Promise<Refusals> {
  const { refusals: log, projecting, ledger } = running.app.services;
  await log.drained();
  await projecting.waitUntil(await ledger.head(), 60_000);
  return (await (await running.as('AUDITOR')).get<Refusals>(`/weigeringen${query}`)).body;
}

test('the auditor reads who tried to approve twice, on an outdated decision, or in a role that may not', async () => {
  expect((await refusals()).count).toBe(0);
  expect((await approve(officer, { decisionHash: 'a'.repeat(64) })).status).toBe(409);
  expect((await approve(officer)).status).toBe(201);
  expect((await approve(officer)).status).toBe(409);
  const both = await running.as('APPROVER2', { subject: 'officer-1' });
  expect((await approve(both)).status).toBe(409);
  const finance = await running.as('FINANCE', { subject: 'finance-1' });
  expect((await approve(finance)).status).toBe(403);
  const kept = (await refusals()).results.map(({ subject, command, code }) => `${subject} ${command} ${code}`);
  expect(kept.toSorted()).toEqual([
    'finance-1 Approve ROLE_MAY_NOT_RECORD',
    'officer-1 Approve DECISION_STALE',
    'officer-1 Approve SECOND_APPROVAL_REQUIRED',
    'officer-1 Approve SEPARATION_OF_DUTIES',
  ]);
});

test('asked again with the same key a refusal is kept once', async () => {
  const before = (await refusals('?code=SECOND_APPROVAL_REQUIRED')).count;
  for (let times = 0; times < 3; times += 1) expect((await approve(officer, {}, 'the-same-key')).status).toBe(409);
  expect((await refusals('?code=SECOND_APPROVAL_REQUIRED')).count).toBe(before + 1);
});

test('payment refused is kept too', async () => {
  expect((await officer.post('/betaalbatches', { claimIds: [claimId] })).status).toBe(409);
  const { results } = await refusals('?subject=officer-1');
  expect(results).toContainEqual(
    expect.objectContaining({ command: 'PrepareBatch', code: 'SECOND_APPROVAL_REQUIRED' }),
  );
});

test('what decides nothing is not kept', async () => {
  const before = (await refusals()).count;
  const calder = await running.as('PROVIDER', { organisation: 'CALDER' });
  expect(
    (await calder.post(`/claims/${claimId}/intrekkingen`, { reason: 'MISTAKE' }, { ifMatch: '"r99"' })).status,
  ).toBe(412);
  expect((await refusals()).count).toBe(before);
});

test('a person’s refusals are capped by the day, and the answer stays what it was', async () => {
  for (let times = 0; times < 120; times += 1) expect((await approve(officer)).status).toBe(409);
  expect((await refusals('?subject=officer-1')).count).toBe(100);
});

test('only the auditor reads them', async () => {
  for (const role of ['OFFICER', 'APPROVER2', 'FINANCE', 'CONTRACTS', 'CASEMGR'] as const)
    expect([role, (await (await running.as(role)).get('/weigeringen')).status]).toEqual([role, 403]);
});

test('staff read who may do what after whom, and hear before the first claim that nobody could pay', async () => {
  const contracts = await running.as('CONTRACTS');
  const matrix = await contracts.get<{ results: { duty: string; notAfter: string[] }[] }>('/functiescheiding');
  expect(matrix.body.results).toContainEqual(
    expect.objectContaining({
      duty: 'APPROVE_2',
      roles: ['APPROVER2'],
      notAfter: expect.arrayContaining(['APPROVE_1']),
    }),
  );
  const people = [
    { subject: 'o1', roles: ['OFFICER'] },
    { subject: 'a1', roles: ['APPROVER2'] },
  ];
  const { body } = await contracts.post<{ results: object[] }>('/functiescheiding/_controleer', { people });
  expect(body.results).toContainEqual(
    expect.objectContaining({
      journey: 'PAY',
      possible: false,
      nobodyFor: 'RELEASE_BATCH',
      barred: [{ subject: 'o1', did: ['APPROVE_1', 'PREPARE_BATCH'] }],
    }),
  );
  const calder = await running.as('PROVIDER', { organisation: 'CALDER' });
  expect((await calder.get('/functiescheiding')).status).toBe(403);
});
