import { PRESETS } from '@uitkomst/domain';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, watermarks, type ClaimBody } from './story.js';

interface Run {
  readonly runId: string;
  readonly state: string;
  readonly claims: number;
  readonly files: number;
  readonly filesDone: number;
  readonly different: number;
  readonly before: { readonly cents: number; readonly outcomes: Readonly<Record<string, number>> };
  readonly after: { readonly cents: number; readonly outcomes: Readonly<Record<string, number>> };
  readonly byRule: readonly { readonly rule: string; readonly claims: number }[];
  readonly results: readonly { readonly claimId: string; readonly rule: string | null }[];
}
interface Differences {
  readonly complete: boolean;
  readonly files: number;
  readonly results: readonly {
    readonly claimId: string;
    readonly before: { readonly outcome: string } | null;
    readonly after: { readonly outcome: string } | null;
    readonly behind: readonly { readonly type: string }[];
  }[];
}

const clock = storyClock('2004-01-05');
let running: RunningApp;
let auditor: Caller;
let claimId: string;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN', 'AGENS']);
  const milestones = [{ code: 'SUSTAINED', sustain: 'P12M' }];
  const parameters = { ...PRESETS.get('NL-STD@1')?.parameters, sustain: 'P12M', milestones };
  const year = {
    version: 1,
    parameters,
    text: 'Een jaar',
    decisionRef: 'Raadsbesluit 2008/7',
    validFrom: '2009-01-01',
  };
  must(await (await running.as('CONTRACTS')).post('/normenkaders/NL-JAAR/versies', year));
  clock.moveTo('2008-10-10');
  for (const [index, providerId] of ['SAGENN', 'AGENS'].entries()) {
    const file = await clientWithJob(running, BSNS[index] ?? '', [providerId]);
    const provider = await running.as('PROVIDER', { organisation: providerId });
    ({ claimId } = must(await provider.post<ClaimBody>('/claims', claimFor(providerId, file))));
  }
  clock.moveTo('2009-04-10');
  await watermarks(running, '2009-04-09');
  auditor = await running.as('AUDITOR', { subject: 'auditor-1' });
  const { clientFiles, ledger, projecting } = running.app.services;
  for (const personRef of await everybody()) {
    const system = { id: 'system', role: 'SYSTEM', orgId: 'G' } as const;
    const today = Math.floor(Date.parse('2009-04-10') / 86_400_000);
    await clientFiles.handle({
      municipality: '0000',
      personRef,
      command: { type: 'Redetermine' },
      actor: system,
      today: today as never,
      commandId: `look-${personRef}`,
      commandHash: 'look',
    });
  }
  await projecting.waitUntil(await ledger.head(), 60_000);
});
afterAll(() => running.stop());

async function everybody(): Promise<readonly string[]> {
  const people = new Set<string>();
  for await (const { stream } of running.app.services.ledger.readAll({ prefixes: ['client-0000-'] }))
    people.add(stream.split('-')[2] ?? '');
  return [...people];
}

const ask = async (body: object, caller = auditor): Promise<Run> =>
  must(await caller.post<Run>('/proefberekeningen', body), 200);

test('two definition sets side by side: what each claim comes to, and by which rule it differs; nothing is recorded', async () => {
  const before = await running.recorded();
  const run = await ask({ definition: 'NL-JAAR@1', against: 'NL-STD@1' });
  expect(run).toMatchObject({
    state: 'DONE',
    files: 2,
    filesDone: 2,
    claims: 2,
    different: 2,
    before: { cents: 600_000, outcomes: { ELIGIBLE: 2 } },
    after: { cents: 0, outcomes: { PENDING: 2 } },
    results: [{ before: { definition: 'NL-STD@1' }, after: { definition: 'NL-JAAR@1' } }, {}],
  });
  expect(run.byRule).toEqual([expect.objectContaining({ rule: run.results[0]?.rule, claims: 2 })]);
  expect(await running.recorded()).toBe(before);
  expect((await auditor.get(`/proefberekeningen/${run.runId}`)).body).toEqual(run);
});

test('of one provider under another tariff; and without anything else the totals as they were known then', async () => {
  expect(await ask({ tariffCents: 250_000, providerId: 'AGENS' })).toMatchObject({
    claims: 1,
    different: 1,
    before: { cents: 300_000 },
    after: { cents: 250_000 },
  });
  expect(await ask({})).toMatchObject({ different: 0, before: { cents: 600_000, outcomes: { ELIGIBLE: 2 } } });
  const then = await ask({ asOf: '2008-12-01', knownAsOf: '2008-12-01' });
  expect(then).toMatchObject({ different: 0, before: { cents: 0, outcomes: { PENDING: 2 } } });
  expect(await ask({ asOf: '2008-01-01', knownAsOf: '2008-01-01' })).toMatchObject({ claims: 0 });
});

test('an unknown set is refused by its place, and a calculation is found by who asked it alone', async () => {
  const unknown = await auditor.post('/proefberekeningen', { definition: 'NONE@7' });
  expect(unknown).toMatchObject({ status: 400, body: { errors: [{ pointer: '/definition' }] } });
  const { runId } = await ask({});
  const officer = await running.as('OFFICER');
  expect((await officer.get(`/proefberekeningen/${runId}`)).status).toBe(404);
  for (const role of ['PROVIDER', 'CASEMGR', 'FINANCE', 'APPROVER2'] as const)
    expect((await (await running.as(role)).post('/proefberekeningen', {})).status).toBe(403);
});

test('between two moments: which claims were decided otherwise, and what was recorded in between', async () => {
  const { body } = await auditor.get<Differences>('/verschillen?knownAsOf=2008-12-01&until=2009-04-10');
  expect(body).toMatchObject({ complete: true, files: 2 });
  expect(body.results.map(({ before, after }) => [before?.outcome, after?.outcome])).toEqual([
    ['PENDING', 'ELIGIBLE'],
    ['PENDING', 'ELIGIBLE'],
  ]);
  const first = await auditor.get<Differences>(`/verschillen?knownAsOf=2008-01-01&dossierRef=${claimId.split('.')[0]}`);
  expect(first.body.results).toMatchObject([{ claimId, before: null, after: { outcome: 'ELIGIBLE' } }]);
  expect(first.body.results[0]?.behind.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['ClientRegistered', 'PlacementStarted']),
  );
  expect((await auditor.get<Differences>('/verschillen?knownAsOf=2009-04-10')).body.results).toEqual([]);
  expect((await auditor.get('/verschillen?knownAsOf=2009-04-10&until=2008-04-30')).status).toBe(400);
  expect((await (await running.as('PROVIDER')).get('/verschillen?knownAsOf=2008-12-01')).status).toBe(403);
});

test('nobody is told what will be known on a day to come, and it is said where that day was named', async () => {
  const [file] = claimId.split('.');
  const fault = { in: 'query', pointer: '/knownAsOf', code: 'too_late' };
  for (const path of [`/dossiers/${file}/tijdlijn`, `/claims/${claimId}/uitleg`, `/claims/${claimId}/tegenfeiten`])
    expect(await auditor.get(`${path}?knownAsOf=2199-12-31`)).toMatchObject({ status: 400, body: { errors: [fault] } });
  expect(await auditor.get('/verschillen?knownAsOf=2008-12-01&until=2199-12-31')).toMatchObject({
    status: 400,
    body: { errors: [{ ...fault, pointer: '/until' }] },
  });
  expect(await auditor.post('/proefberekeningen', { knownAsOf: '2199-12-31' })).toMatchObject({
    status: 400,
    body: { errors: [{ ...fault, in: 'body' }] },
  });
});

test('what can be compared is listed: what was published here with its last version, and what is built in', async () => {
  interface Listed {
    readonly results: readonly { readonly id: string; readonly version: number }[];
    readonly builtIn: readonly string[];
  }
  const { results, builtIn } = must(await auditor.get<Listed>('/normenkaders'), 200);
  expect(results).toContainEqual({ id: 'NL-JAAR', version: 1, validFrom: '2009-01-01' });
  expect(builtIn).toContain('AMS-D7@1');
  const published = new Set(results.map(({ id, version }) => `${id}@${version}`));
  expect(builtIn.filter((name) => published.has(name))).toEqual([]);
});
