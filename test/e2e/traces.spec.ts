import { join } from 'node:path';
import { openSqlite } from '@uitkomst/ledger';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, type ClaimBody } from './story.js';

interface Traces {
  readonly count: number;
  readonly next: string | null;
  readonly results: readonly {
    readonly name: string;
    readonly trace_id: string;
    readonly span_id: string;
    readonly status_code: string;
    readonly attributes: Readonly<Record<string, string>>;
  }[];
}

const clock = storyClock('2004-01-05');
let running: RunningApp;
let auditor: Caller;
let officer: Caller;
let provider: Caller;
let rival: Caller;
let file: string;
let claimId: string;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN', 'AGENS']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['SAGENN']);
  auditor = await running.as('AUDITOR', { subject: 'auditor-1' });
  officer = await running.as('OFFICER', { subject: 'officer-1' });
  provider = await running.as('PROVIDER', { organisation: 'SAGENN', subject: 'sagenn-1' });
  rival = await running.as('PROVIDER', { organisation: 'AGENS', subject: 'agens-1' });
  ({ claimId } = must(await provider.post<ClaimBody>('/claims', claimFor('SAGENN', file))));
});
afterAll(() => running.stop());

const TOLD = { source: { system: 'GWS4ALL' }, assurance: 'CLIENT_STATEMENT' };
const looks = async (query = ''): Promise<Traces> => (await auditor.get<Traces>(`/verwerkingen${query}`)).body;
const judgements = async (): Promise<Traces> => (await auditor.get<Traces>('/autorisatiebesluiten')).body;

test('one look at a client leaves one record: who, what, when, of which pseudonym', async () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const before = (await looks()).count;
  await officer.get(`/claims/${claimId}`, { traceparent: `00-${traceId}-00f067aa0ba902b7-01` });
  const { count, results } = await looks();
  expect(count).toBe(before + 1);
  expect(results[0]).toMatchObject({
    name: 'getClaim',
    trace_id: traceId,
    status_code: 'Ok',
    attributes: {
      'dpl.core.data_subject_id': file,
      'dpl.core.data_subject_id_type': 'pseudonym',
      'uitkomst.subject': 'officer-1',
      'uitkomst.roles': 'OFFICER',
    },
  });
});

test('a list is a look at everybody on it', async () => {
  const before = (await looks(`?dossierRef=${file}`)).count;
  await officer.get('/werkvoorraad');
  expect((await looks(`?dossierRef=${file}`)).count).toBe(before + 1);
});

test('what is kept in the vault alone leaves a record too, since no event names who wrote it; a fact needs none', async () => {
  const manager = await running.as('CASEMGR', { subject: 'manager-1' });
  const words = { language: 'nl', value: 'Ik vond dit werk zelf.' };
  must(await manager.post(`/dossiers/${file}/persoonsgegevens`, { name: 'A. Jansen', address: 'Spaarne 1' }));
  must(await manager.post(`/dossiers/${file}/woorden`, words));
  must(await provider.post(`/claims/${claimId}/woorden`, words));
  must(
    await manager.post(`/dossiers/${file}/feiten`, {
      type: 'ClientStatement',
      jobId: 'J1',
      contribution: 'ASSISTED',
      ...TOLD,
    }),
  );
  const names = (await looks(`?dossierRef=${file}`)).results.slice(0, 3).map(({ name }) => name);
  expect(names).toEqual(['keepWordsOnClaim', 'keepWords', 'keepIdentity']);
});

test('what shows nobody leaves no look: reading terms, or the traces of others', async () => {
  const before = (await looks()).count;
  await officer.get('/contracten');
  await judgements();
  expect((await looks()).count).toBe(before);
});

test('another provider is told nothing, which is on record as a refusal and not as a look', async () => {
  const before = (await looks(`?dossierRef=${file}`)).count;
  expect((await rival.get(`/claims/${claimId}`)).status).toBe(404);
  expect((await looks(`?dossierRef=${file}`)).count).toBe(before);
  expect((await judgements()).results[0]).toMatchObject({
    name: 'adl.access_evaluation',
    status_code: 'Unset',
    attributes: {
      'adl.request.subject': 'agens-1',
      'adl.request.action': 'getClaim',
      'adl.request.resource': claimId,
      'adl.response.decision': 'false',
      'adl.response.reason': 'NOT_FOUND',
    },
  });
});

test('a document is told by the name that the API has for it, as all else is', async () => {
  await rival.get(`/claims/${claimId}/bekendmakingen/L1`);
  expect((await judgements()).results[0]?.attributes['adl.request.action']).toBe('getLetter');
});

test('an act of an officer is on record, allowed or refused, with the version of the rules on roles', async () => {
  const resolution = { codes: ['EVIDENCE_MISSING'], result: 'CLOSED', grounds: 'SEEN' };
  await officer.post(`/claims/${claimId}/onderzoeksbesluiten`, resolution, { ifMatch: '"r99"' });
  await provider.post(`/claims/${claimId}/onderzoeksbesluiten`, resolution, { ifMatch: '"r99"' });
  const [byProvider, byOfficer] = (await judgements()).results;
  expect(byProvider?.attributes).toMatchObject({
    'adl.request.subject': 'sagenn-1',
    'adl.response.reason': 'ROLE_MAY_NOT_RECORD',
  });
  expect(byOfficer?.attributes).toMatchObject({
    'adl.request.subject': 'officer-1',
    'adl.response.decision': 'false',
    'adl.response.reason': 'VERSION_STALE',
  });
  expect(byOfficer?.attributes['adl.policy_version']).toMatch(/^roles-[0-9a-f]{16}$/);
});

test('a client sees who looked at its own file, and nothing of others', async () => {
  const client = await running.as('CLIENT', { client: file, subject: 'anja' });
  const own = await client.get<Traces>('/verwerkingen');
  expect(own.body.count).toBeGreaterThan(0);
  expect(new Set(own.body.results.map(({ attributes }) => attributes['dpl.core.data_subject_id']))).toEqual(
    new Set([file]),
  );
  expect((await client.get('/verwerkingen?dossierRef=aaaaaaaaaaaaa')).status).toBe(403);
  for (const caller of [officer, provider]) {
    expect((await caller.get('/verwerkingen')).status).toBe(403);
    expect((await caller.get('/autorisatiebesluiten')).status).toBe(403);
  }
});

test.each(['/verwerkingen', '/autorisatiebesluiten'])(
  '%s goes on from where it was: a look or a decision of meanwhile shifts nothing',
  async (path) => {
    const seen: string[] = [];
    for (let url: string | null = `${path}?pageSize=1`; url !== null && seen.length < 5;) {
      const { next, results }: Traces = must(await auditor.get<Traces>(url), 200);
      seen.push(...results.map(({ span_id }) => span_id));
      url = next?.replace('/v1', '') ?? null;
      await officer.get(`/dossiers/${file}/tijdlijn`);
      await provider.get('/autorisatiebesluiten');
    }
    const whole = must(await auditor.get<Traces>(`${path}?pageSize=100`), 200).results.map(({ span_id }) => span_id);
    const from = whole.indexOf(seen[0] ?? '');
    expect([from >= 0, seen.length >= 2, seen]).toEqual([true, true, whole.slice(from, from + seen.length)]);
    expect((await auditor.get(`${path}?after=bmEgMQ&page=1`)).status).toBe(400);
  },
);

test('traces of a day are asked by the calendar in Amsterdam', async () => {
  expect((await looks('?from=2008-10-11')).count).toBe(0);
  expect((await looks('?from=2008-10-10&until=2008-10-10')).count).toBe((await looks()).count);
});

test('a look that cannot be kept shows nothing', async () => {
  const table = openSqlite(join(running.folder, 'traces.db'));
  table.exec('ALTER TABLE look RENAME TO lost');
  const { status, body } = await officer.get(`/claims/${claimId}`);
  expect({ status, shown: JSON.stringify(body).includes('SAGENN') }).toEqual({ status: 503, shown: false });
  table.exec('ALTER TABLE lost RENAME TO look');
  table.close();
  expect((await officer.get(`/claims/${claimId}`)).status).toBe(200);
});
