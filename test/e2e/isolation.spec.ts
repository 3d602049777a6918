import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, watermarks, type ClaimBody } from './story.js';

const clock = storyClock('2004-01-05');
let running: RunningApp;
let file: string;
let sagenn: Caller;
let agens: Caller;
let officer: Caller;
let first: string;
let second: string;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN', 'AGENS']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['SAGENN', 'AGENS']);
  sagenn = await running.as('PROVIDER', { organisation: 'SAGENN' });
  agens = await running.as('PROVIDER', { organisation: 'AGENS' });
  officer = await running.as('OFFICER', { subject: 'officer-1' });
  ({ claimId: first } = must(await sagenn.post<ClaimBody>('/claims', claimFor('SAGENN', file))));
  ({ claimId: second } = must(await agens.post<ClaimBody>('/claims', claimFor('AGENS', file))));
});
afterAll(() => running.stop());

test('another provider’s claim does not exist, whatever is asked of it', async () => {
  const proof = [{ id: '00000000-0000-4000-8000-000000000000', kind: 'PAYSLIP', sha256: 'a'.repeat(64) }];
  expect((await sagenn.get(`/claims/${second}`)).status).toBe(404);
  expect((await sagenn.get(`/claims/${second}/vaststellingen`)).status).toBe(404);
  expect((await sagenn.get(`/claims/${second}/bekendmakingen`)).status).toBe(404);
  expect((await sagenn.post(`/claims/${second}/intrekkingen`, { reason: 'MISTAKE' }, { ifMatch: '"r1"' })).status).toBe(
    404,
  );
  expect((await sagenn.post(`/claims/${second}/aanvullingen`, { evidence: proof }, { ifMatch: '"r1"' })).status).toBe(
    404,
  );
});

test('a provider lists its own claims only', async () => {
  await settled();
  const { body } = await sagenn.get<{ count: number; results: { claimId: string }[] }>('/claims');
  expect(body.results.map(({ claimId }) => claimId)).toEqual([first]);
});

test('both claims are recorded, the desk shows them side by side as contested, and no provider is told of the other', async () => {
  clock.moveTo('2009-04-10');
  await watermarks(running, '2009-04-09');
  await settled();
  const desk = must(await officer.get<Desk>('/werkvoorraad?contested=true'), 200);
  expect(desk.results.map(({ claimId }) => claimId).toSorted()).toEqual([first, second].toSorted());
  for (const [caller, own, other] of [
    [sagenn, first, 'AGENS'],
    [agens, second, 'SAGENN'],
  ] as const) {
    const seen = JSON.stringify([
      await caller.get(`/claims/${own}`),
      await caller.get('/claims'),
      await caller.get(`/dossiers/${file}/tijdlijn`),
      await caller.get(`/claims/${own}/vaststellingen`),
    ]);
    expect(seen).not.toContain(other);
    expect(seen).not.toContain(own === first ? second : first);
    expect(seen).not.toMatch(/COMPETING|CREDITED_TO_OTHER|BenefitStopped|BenefitGranted/);
  }
});

test('a rejection is not seen before an officer has released it, and then not who won', async () => {
  const losing = (await officer.get<ClaimBody>(`/claims/${first}`)).body.state === 'REJECTED' ? first : second;
  const caller = losing === first ? sagenn : agens;
  const before = (await caller.get<ClaimBody>(`/claims/${losing}`)).body;
  expect([before.outcome, before.reasons]).toEqual([undefined, []]);
  const { determinationId } = (await officer.get<ClaimBody>(`/claims/${losing}`)).body;
  const release = { subjectEventId: determinationId, letterId: 'L1' };
  const early = await officer.post(`/claims/${losing}/bekendmakingen`, release);
  expect(early).toMatchObject({ status: 409, body: { code: 'TERM_NOT_PASSED' } });
  clock.moveTo('2009-04-20');
  const nobody = { ...release, claimId: `${file}.b` };
  const bulk = { notices: [{ ...release, claimId: losing }, { ...release, claimId: losing }, nobody] };
  expect(must(await officer.post('/bekendmakingen/_vrijgeven', bulk), 200)).toMatchObject({
    results: [{ status: 'RELEASED' }, { status: 'ALREADY_RELEASED' }, { status: 'REFUSED', code: 'NOT_FOUND' }],
  });
  const after = (await caller.get<ClaimBody>(`/claims/${losing}`)).body;
  expect(after).toMatchObject({ state: 'REJECTED', reasons: [{ code: 'OUTFLOW_NOT_CREDITED' }] });
  expect(JSON.stringify(after)).not.toContain(losing === first ? 'AGENS' : 'SAGENN');
});

test('whether a person is known does not show: a claim by BSN gets the same answer, decided as not assigned', async () => {
  const stranger = await running.as('PROVIDER', { organisation: 'STRANGER' });
  const known = await stranger.post<ClaimBody>('/claims', { bsn: BSNS[0], assertedOutflowOn: '2008-09-01' });
  const unknown = await stranger.post<ClaimBody>('/claims', { bsn: BSNS[1], assertedOutflowOn: '2008-09-01' });
  expect([known.status, unknown.status]).toEqual([201, 201]);
  expect(shape(known.body)).toEqual(shape(unknown.body));
  expect(known.headers['etag']).toBe(unknown.headers['etag']);
  for (const { body } of [known, unknown]) {
    const asOfficer = (await officer.get<ClaimBody>(`/claims/${body.claimId}`)).body;
    expect(asOfficer.reasons.map(({ code }) => code)).toContain('NO_ASSIGNMENT');
  }
});

test('a citizen service number comes back in no answer, header, event or row', async () => {
  const stored: string[] = [];
  for await (const { bytes } of running.app.services.ledger.readAll()) stored.push(JSON.stringify(bytes));
  const answers = [
    await officer.get('/dossiers'),
    await officer.get(`/dossiers/${file}/tijdlijn`),
    await officer.get('/werkvoorraad'),
  ];
  for (const bsn of BSNS) expect(JSON.stringify([stored, answers])).not.toContain(bsn);
});

test('a client reads its own file and no other', async () => {
  const client = await running.as('CLIENT', { client: file });
  expect((await client.get(`/dossiers/${file}/tijdlijn`)).status).toBe(200);
  const other = must(
    await (
      await running.as('CASEMGR')
    ).post<{ dossierRef: string }>('/dossiers', {
      bsn: BSNS[2],
      validFrom: '2009-01-01',
      source: { system: 'SUITE' },
      assurance: 'DOCUMENTED',
    }),
  ).dossierRef;
  expect((await client.get(`/dossiers/${other}/tijdlijn`)).status).toBe(404);
  const statement = {
    type: 'ClientStatement',
    jobId: 'J1',
    contribution: 'NONE',
    source: { system: 'SURVEY' },
    assurance: 'CLIENT_STATEMENT',
  };
  expect((await client.post(`/dossiers/${other}/feiten`, statement)).status).toBe(404);
  expect((await client.post(`/dossiers/${file}/feiten`, statement)).status).toBe(201);
});

const shape = ({ claimId: _id, receipt: _receipt, ...rest }: ClaimBody & { receipt?: unknown }): object => rest;

interface Desk {
  readonly results: readonly { readonly claimId: string; readonly contested: boolean }[];
}

/** Lists may be a moment behind what was recorded. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  const { ledger, projecting } = running.app.services;
  await projecting.waitUntil(await ledger.head(), 60_000);
}
