import { readFileSync } from 'node:fs';
import { MAY_RECORD, ROLES, type FactType, type Role } from '@uitkomst/domain';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, clientWithJob, setOut, storyClock } from './story.js';

const clock = storyClock('2004-01-05');
const PEOPLE = ROLES.filter((role) => role !== 'SYSTEM');
let running: RunningApp;
let file: string;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['SAGENN']);
});
afterAll(() => running.stop());

const callerIn = (role: Role): Promise<Caller> =>
  running.as(role, {
    ...(role === 'PROVIDER' && { organisation: 'SAGENN' }),
    ...(role === 'CLIENT' && { client: file }),
  });

const golden = (type: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`test/golden/${type}.v1.json`, 'utf8')) as Record<string, unknown>;

/** What each role may say, as surely as it may say it. */
const saidBy = (role: Role): object => {
  const system = { PROVIDER: 'PROVIDER_API', REGISTRY: 'UWV_POLIS', CLIENT: 'SURVEY' }[role as string] ?? 'GWS4ALL';
  const assurance =
    { PROVIDER: 'ASSERTED_BY_PROVIDER', REGISTRY: 'AUTHORITATIVE', CLIENT: 'CLIENT_STATEMENT' }[role as string] ??
    'DOCUMENTED';
  return { source: { system }, assurance };
};

const facts = (Object.keys(MAY_RECORD) as FactType[]).filter((type) => type !== 'SurveyInvited');

test.each(facts)('%s is recorded by the roles of the catalogue and refused to all others', async (type) => {
  for (const role of PEOPLE) {
    const { supersedes: _, ...payload } = golden(type);
    const before = await running.recorded();
    const { status, body } = await (
      await callerIn(role)
    ).post(`/dossiers/${file}/feiten`, {
      type,
      ...payload,
      ...saidBy(role),
    });
    const may = MAY_RECORD[type].includes(role);
    expect({ role, code: status === 403 ? body['code'] : undefined }).toEqual({
      role,
      code: may ? undefined : 'ROLE_MAY_NOT_RECORD',
    });
    expect([401, 405, 500]).not.toContain(status);
    expect(may || (await running.recorded()) === before).toBe(true);
  }
});

test('a provider asserts and never establishes: no register speaks through it, nothing it says is authoritative', async () => {
  const provider = await callerIn('PROVIDER');
  const started = { type: 'PlacementStarted', jobId: 'J9', employerId: 'E9', form: 'REGULAR', validFrom: '2008-09-01' };
  for (const said of [
    { source: { system: 'UWV_POLIS' }, assurance: 'ASSERTED_BY_PROVIDER' },
    { source: { system: 'PROVIDER_API' }, assurance: 'AUTHORITATIVE' },
    { source: { system: 'PROVIDER_API' }, assurance: 'THIRD_PARTY' },
  ])
    expect(await provider.post(`/dossiers/${file}/feiten`, { ...started, ...said })).toMatchObject({
      status: 403,
      body: { code: 'ROLE_MAY_NOT_RECORD' },
    });
});

test('a fact is withdrawn or corrected by who recorded it, the benefits office or an auditor', async () => {
  const manager = await callerIn('CASEMGR');
  const fact = { type: 'SegmentAssessed', segment: 'A', method: 'TALK', validFrom: '2008-02-01', ...saidBy('CASEMGR') };
  const url = `/dossiers/${file}/feiten`;
  const { eventId } = (await manager.post<{ eventId: string }>(url, fact)).body;
  const provider = await callerIn('PROVIDER');
  expect((await provider.post(`${url}/${eventId}/intrekkingen`, { reason: 'FRAUD' })).status).toBe(404);
  const finance = await callerIn('FINANCE');
  expect((await finance.post(`${url}/${eventId}/intrekkingen`, { reason: 'FRAUD' })).status).toBe(403);
  const corrected = await manager.post<{ eventId: string }>(`${url}/${eventId}/correcties`, {
    reason: 'WRONG_DATE',
    fact: { ...fact, validFrom: '2008-03-01' },
  });
  expect(corrected.status).toBe(201);
  const auditor = await callerIn('AUDITOR');
  expect((await auditor.post(`${url}/${corrected.body.eventId}/intrekkingen`, { reason: 'OTHER' })).status).toBe(201);
  const twice = await auditor.post(`${url}/${corrected.body.eventId}/intrekkingen`, { reason: 'OTHER' });
  expect(twice).toMatchObject({ status: 409, body: { code: 'FACT_NOT_RETRACTABLE' } });
});
