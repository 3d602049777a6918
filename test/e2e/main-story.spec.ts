import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, watermarks, type ClaimBody } from './story.js';

const clock = storyClock('2004-01-05');
let running: RunningApp;
let provider: Caller;
let officer: Caller;
let file: string;
let claimId: string;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN', 'AGENS']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['SAGENN']);
  clock.moveTo('2008-12-01');
  provider = await running.as('PROVIDER', { organisation: 'SAGENN', subject: 'p-sagenn' });
  officer = await running.as('OFFICER', { subject: 'officer-1' });
});
afterAll(() => running.stop());

const etagOf = async (caller: Caller, url: string): Promise<string> => String((await caller.get(url)).headers['etag']);

test('a claim handed in too early waits for a date, and says so', async () => {
  const answer = await provider.post<ClaimBody>('/claims', claimFor('SAGENN', file));
  ({ claimId } = must(answer));
  expect(answer.body).toMatchObject({ state: 'IN_TREATMENT', outcome: 'PENDING' });
  expect(answer.headers['location']).toBe(`/v1/claims/${claimId}`);
  expect((await officer.get<ClaimBody>(`/claims/${claimId}`)).body).toMatchObject({ state: 'MATURING' });
});

test('once the term is over and the registers are complete it is eligible', async () => {
  clock.moveTo('2009-04-10');
  await watermarks(running, '2009-04-09');
  const claim = await eventually(officer, `/claims/${claimId}`, ({ state }) => state === 'ELIGIBLE');
  expect(claim).toMatchObject({ state: 'ELIGIBLE', outcome: 'ELIGIBLE', cents: 300_000, reasons: [] });
});

test('an officer approves what was seen, and only with the version that was seen', async () => {
  const url = `/claims/${claimId}/beoordelingen`;
  const { determinationId, decisionHash } = (await officer.get<ClaimBody>(`/claims/${claimId}`)).body;
  const seen = { decision: 'APPROVE', determinationId, decisionHash };
  expect((await officer.post(url, seen)).status).toBe(428);
  expect((await officer.post(url, seen, { ifMatch: '"r1"' })).status).toBe(412);
  const stale = await officer.post(
    url,
    { ...seen, decisionHash: 'a'.repeat(64) },
    { ifMatch: await etagOf(officer, `/claims/${claimId}`) },
  );
  expect(stale).toMatchObject({
    status: 409,
    body: { type: 'urn:uitkomst:probleem:besluit-verouderd', code: 'DECISION_STALE', determination: { decisionHash } },
  });
  const approved = await officer.post(url, seen, { ifMatch: await etagOf(officer, `/claims/${claimId}`) });
  expect(must(approved)).toMatchObject({ claimId });
});

test('above the threshold a second person approves, never the first', async () => {
  const url = `/claims/${claimId}/beoordelingen`;
  const { state, determinationId, decisionHash } = (await officer.get<ClaimBody>(`/claims/${claimId}`)).body;
  expect(state).toBe('APPROVED_1');
  const body = { decision: 'APPROVE', determinationId, decisionHash };
  const ifMatch = await etagOf(officer, `/claims/${claimId}`);
  const officerAgain = await officer.post(url, body, { ifMatch });
  expect(officerAgain).toMatchObject({ status: 409, body: { type: 'urn:uitkomst:probleem:tweede-fiat-nodig' } });
  const same = await running.as('APPROVER2', { subject: 'officer-1' });
  expect(await same.post(url, body, { ifMatch })).toMatchObject({
    status: 409,
    body: { type: 'urn:uitkomst:probleem:functiescheiding', code: 'SEPARATION_OF_DUTIES' },
  });
  const second = await running.as('APPROVER2', { subject: 'approver-1' });
  must(await second.post(url, body, { ifMatch }));
  expect((await officer.get<ClaimBody>(`/claims/${claimId}`)).body).toMatchObject({ state: 'APPROVED' });
  const { results } = (await officer.get<{ results: { step: number; actor: string }[] }>(url)).body;
  expect(results.map(({ step, actor }) => [step, actor])).toEqual([
    [1, 'officer-1'],
    [2, 'approver-1'],
  ]);
});

test('a batch is prepared by one officer and released by another, and gives the order', async () => {
  const preparer = await running.as('OFFICER', { subject: 'officer-2' });
  const prepared = await preparer.post<{ batchId: string; status: string }>('/betaalbatches', { claimIds: [claimId] });
  const { batchId } = must(prepared);
  const ifMatch = String(prepared.headers['etag']);
  const url = `/betaalbatches/${batchId}/vrijgaven`;
  expect(await preparer.post(url, {}, { ifMatch })).toMatchObject({
    status: 409,
    body: { code: 'SEPARATION_OF_DUTIES' },
  });
  const payer = await running.as('OFFICER', { subject: 'officer-3' });
  const released = must(await payer.post(url, {}, { ifMatch }));
  expect(released).toMatchObject({
    status: 'RELEASED',
    payer: 'officer-3',
    lines: [{ claimId, state: 'ORDERED', cents: 300_000 }],
  });
  expect((await officer.get<ClaimBody>(`/claims/${claimId}`)).body).toMatchObject({ state: 'PAYMENT_ORDERED' });
  const again = await payer.post(url, {}, { ifMatch: await etagOf(payer, `/betaalbatches/${batchId}`) });
  expect(again).toMatchObject({ status: 409, body: { type: 'urn:uitkomst:probleem:onjuiste-status' } });
});

test('every recorded determination computes to the same bytes again, and explains itself', async () => {
  const auditor = await running.as('AUDITOR');
  const { results } = must(
    await auditor.get<{ results: { determinationId: string }[] }>(`/claims/${claimId}/vaststellingen`),
    200,
  );
  expect(results.length).toBeGreaterThan(1);
  for (const { determinationId } of results)
    expect(must(await auditor.get(`/claims/${claimId}/vaststellingen/${determinationId}`), 200)).toMatchObject({
      replay: { same: true },
    });
  const early = must(await auditor.get(`/claims/${claimId}/uitleg?asOf=2008-12-01&knownAsOf=2008-12-01`), 200);
  expect(early).toMatchObject({ outcome: 'PENDING', asOf: '2008-12-01', knownAsOf: '2008-12-01T22:59:59.999Z' });
  const now = must(await auditor.get<Explained>(`/claims/${claimId}/uitleg?asOf=2009-04-10`), 200);
  expect(now.rules.length).toBeGreaterThan(30);
});

interface Explained {
  readonly rules: readonly { readonly rule: string; readonly result: string; readonly evidence: readonly string[] }[];
  readonly facts: readonly {
    readonly eventId: string;
    readonly type: string;
    readonly on?: string;
    readonly source?: string;
  }[];
}

test('a rule that was passed names the facts it rests on, in the file and in what was agreed; a provider reads none', async () => {
  const { rules, facts } = must(await officer.get<Explained>(`/claims/${claimId}/uitleg?asOf=2009-04-10`), 200);
  const known = new Map(facts.map((fact) => [fact.eventId, fact]));
  expect(known.size).toBe(facts.length);
  const groundsOf = (named: string) => {
    const found = rules.find(({ rule }) => rule === named);
    expect([named, found?.result]).toEqual([named, 'PASS']);
    return found?.evidence.map((id) => [known.get(id)?.type, known.get(id)?.on]);
  };
  expect(groundsOf('R1')).toEqual([
    ['TrajectAssigned', '2008-02-10'],
    ['ContractRegistered', '2004-01-01'],
  ]);
  expect(groundsOf('R10')).toEqual([['BenefitStopped', '2008-09-01']]);
  expect(groundsOf('R39')).toContainEqual(['TariffSet', '2004-01-01']);
  for (const { evidence } of rules) for (const id of evidence) expect([id, known.has(id)]).toEqual([id, true]);
  for (const fact of facts) expect(fact).toMatchObject({ recordedAt: expect.stringMatching(/Z$/) as string });
  const own = must(await provider.get<Explained>(`/claims/${claimId}/uitleg`), 200);
  expect([own.rules, own.facts, JSON.stringify(own)]).toEqual([[], [], expect.not.stringContaining('Benefit')]);
});

test('the timeline shows staff everything, a provider its own part, and strangers nothing', async () => {
  const all = must(await officer.get<{ events: { type: string }[] }>(`/dossiers/${file}/tijdlijn`), 200);
  expect(all.events.map(({ type }) => type)).toContain('BenefitStopped');
  const own = must(await provider.get<{ events: { type: string }[] }>(`/dossiers/${file}/tijdlijn`), 200);
  const types = new Set(own.events.map(({ type }) => type));
  expect(types).toEqual(new Set(['TrajectAssigned', 'ServiceDelivered', 'ClaimSubmitted', 'PaymentOrdered']));
  const stranger = await running.as('PROVIDER', { organisation: 'AGENS' });
  expect((await stranger.get(`/dossiers/${file}/tijdlijn`)).status).toBe(404);
});

async function eventually(caller: Caller, url: string, holds: (body: ClaimBody) => boolean): Promise<ClaimBody> {
  for (let attempt = 0; ; attempt += 1) {
    const { body } = await caller.get<ClaimBody>(url);
    if (holds(body) || attempt > 100) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
