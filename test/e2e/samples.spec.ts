import { join } from 'node:path';
import { runAudit } from '../../apps/audit/src/program.js';
import { capture } from '../../apps/audit/src/testing/capture.js';
import { readBack } from './read-back.js';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, type ClaimBody } from './story.js';

interface SampleBody {
  readonly sampleId: string;
  readonly seed: string;
  readonly population: number;
  readonly populationHash: string;
  readonly claims: readonly { readonly claimId: string; readonly valid?: boolean }[];
  readonly errors: number;
  readonly complete: boolean;
  readonly interval?: { readonly rate: number; readonly low: number; readonly high: number };
  readonly extrapolation?: { readonly code: string; readonly claims: number };
}

const clock = storyClock('2004-01-05');
let running: RunningApp;
let auditor: Caller;
const claims: string[] = [];

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['CALDER']);
  clock.moveTo('2008-10-10');
  const calder = await running.as('PROVIDER', { organisation: 'CALDER' });
  for (const bsn of BSNS.slice(0, 3)) {
    const file = await clientWithJob(running, bsn, ['CALDER']);
    claims.push(must(await calder.post<ClaimBody>('/claims', claimFor('CALDER', file))).claimId);
  }
  auditor = await running.as('AUDITOR', { subject: 'auditor-1' });
});
afterAll(() => running.stop());

test('what was announced is drawn from the population as it was then, with a seed nobody chose', async () => {
  const sample = must(await auditor.post<SampleBody>('/steekproeven', { filter: { providerId: 'CALDER' }, size: 2 }));
  expect([sample.population, sample.claims.length]).toEqual([3, 2]);
  expect(claims).toEqual(expect.arrayContaining(sample.claims.map(({ claimId }) => claimId)));
  const other = must(await auditor.post<SampleBody>('/steekproeven', { filter: { providerId: 'CALDER' }, size: 2 }));
  expect(other.populationHash).toBe(sample.populationHash);
  expect(other.seed).not.toBe(sample.seed);
});

test('the auditor checks claim by claim; the interval is of what was checked, extrapolation only on request', async () => {
  const plan = { filter: {}, size: 3 };
  const { sampleId } = must(await auditor.post<SampleBody>('/steekproeven', plan));
  for (const [index, claimId] of claims.entries())
    expect(
      await readBack(
        auditor,
        await auditor.post(`/steekproeven/${sampleId}/controles`, { claimId, valid: index > 0, reason: 'SEEN' }),
      ),
    ).toMatchObject({ type: 'SampleChecked', fields: { claimId } });
  const { body } = await auditor.get<SampleBody>(`/steekproeven/${sampleId}`);
  expect([body.errors, body.complete, body.extrapolation]).toEqual([1, true, undefined]);
  expect(body.interval?.rate).toBeCloseTo(1 / 3);
  expect(body.interval?.low).toBeCloseTo(0.0615, 4);
  expect(body.interval?.high).toBeCloseTo(0.7923, 4);
  const reckoned = await auditor.get<SampleBody>(`/steekproeven/${sampleId}?extrapolate=true`);
  expect(reckoned.body.extrapolation).toMatchObject({ code: 'SAMPLE_ERROR_EXTRAPOLATED', claims: 1 });
  const listed = await auditor.get<{ readonly results: readonly object[] }>('/steekproeven');
  expect(listed.body.results[0]).toMatchObject({ sampleId, checked: 3, errors: 1 });
});

test('anyone draws it again from the ledger alone', async () => {
  const { out, err } = capture();
  const url = `sqlite:${join(running.folder, 'ledger.db')}`;
  expect(await runAudit(['sample', '--ledger', url], { out, err })).toBe(0);
  expect(out.lines()).toHaveLength(3);
  expect(out.lines().every((line) => line.startsWith('ok'))).toBe(true);
});

test('a claim that was not drawn, and a sample that is not there, are not found', async () => {
  const [first] = (await auditor.get<{ results: { sampleId: string }[] }>('/steekproeven')).body.results.slice(-1);
  const { body } = await auditor.get<SampleBody>(`/steekproeven/${first?.sampleId}`);
  const left = claims.find((claimId) => !body.claims.some((one) => one.claimId === claimId));
  const check = { claimId: left, valid: true };
  expect((await auditor.post(`/steekproeven/${first?.sampleId}/controles`, check)).status).toBe(404);
  expect((await auditor.post('/steekproeven/none/controles', check)).status).toBe(404);
  expect((await auditor.get('/steekproeven/none')).status).toBe(404);
});

test('samples are the auditor’s alone', async () => {
  for (const role of ['OFFICER', 'APPROVER2', 'FINANCE', 'CASEMGR', 'PROVIDER'] as const) {
    const caller = await running.as(role);
    expect([role, (await caller.get('/steekproeven')).status]).toEqual([role, 403]);
    expect([role, (await caller.post('/steekproeven', { filter: {}, size: 1 })).status]).toEqual([role, 403]);
  }
});
