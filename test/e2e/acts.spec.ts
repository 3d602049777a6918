import { readBack, type Act, type Acts } from './read-back.js';
import { runApp, type Answer, type Caller, type RunningApp } from './running-app.js';
import {
  BSNS,
  claimFor,
  clientWithJob,
  must,
  setOut,
  storyClock,
  underProof,
  watermarks,
  type ClaimBody,
} from './story.js';

const clock = storyClock('2004-01-05');
const HASH = 'a'.repeat(64);
let running: RunningApp;
let file: string;
let calder: Caller;
let fourstar: Caller;
let officer: Caller;
let manager: Caller;
let client: Caller;
let agens: Caller;
/** A file whose client says that the provider did nothing for it. */
let disputed: string;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['CALDER', 'FOURSTAR']);
  await underProof(running);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['CALDER', 'FOURSTAR']);
  calder = await running.as('PROVIDER', { organisation: 'CALDER', subject: 'calder-1' });
  fourstar = await running.as('PROVIDER', { organisation: 'FOURSTAR', subject: 'fourstar-1' });
  officer = await running.as('OFFICER', { subject: 'officer-1' });
  manager = await running.as('CASEMGR', { subject: 'manager-1' });
  client = await running.as('CLIENT', { subject: 'anja', client: file });
  agens = await running.as('PROVIDER', { organisation: 'AGENS', subject: 'agens-1' });
  disputed = await clientWithJob(running, BSNS[1], ['AGENS']);
  const denied = { type: 'ClientStatement', jobId: 'J1', contribution: 'NONE', source: { system: 'SUITE' } };
  must(await manager.post(`/dossiers/${disputed}/feiten`, { ...denied, assurance: 'CLIENT_STATEMENT' }));
});
afterAll(() => running.stop());

const etag = ({ headers }: Pick<Answer, 'headers'>): string => String(headers['etag']);

/** Records something, and reads it back where the answer says it is. */
const recorded = async (caller: Caller, url: string, body: object, ifMatch?: string): Promise<Act> =>
  readBack(caller, await caller.post(url, body, ifMatch === undefined ? {} : { ifMatch }));

const asserted = { source: { system: 'PROVIDER_API' }, assurance: 'ASSERTED_BY_PROVIDER' };
const service = { type: 'ServiceDelivered', kind: 'COACHING', validFrom: '2008-10-01', ...asserted };
const facts = (): string => `/dossiers/${file}/feiten`;
const typesFor = async (caller: Caller): Promise<string[]> =>
  must(await caller.get<Acts>(`${facts()}?pageSize=100`), 200).results.map(({ type }) => type);

test('a fact is read where it was recorded, also before the day on which it begins, by whoever recorded it', async () => {
  const own = await recorded(calder, facts(), { ...service, trajectId: 'T-CALDER' });
  expect(own).toMatchObject({ type: 'ServiceDelivered', role: 'PROVIDER', retracted: false });
  expect(own).not.toHaveProperty('actor');
  const to = { type: 'TrajectExtended', trajectId: 'T-CALDER', newEndOn: '2009-12-31', reason: 'PLAN' };
  await recorded(manager, facts(), {
    ...to,
    validFrom: '2009-06-01',
    source: { system: 'SUITE' },
    assurance: 'AUTHORITATIVE',
  });
  const registry = await running.as('REGISTRY', { organisation: 'UWV' });
  const granted = { type: 'BenefitGranted', benefitId: 'W1', kind: 'WW', validFrom: '2007-01-01' };
  await recorded(registry, facts(), { ...granted, source: { system: 'UWV_POLIS' }, assurance: 'AUTHORITATIVE' });
  expect(new Set(await typesFor(registry))).toEqual(new Set(['PlacementStarted', 'BenefitGranted']));
});

test('of a file a provider reads the facts of its own trajects, and what others recorded is not there for it', async () => {
  const all = must(await manager.get<Acts>(`${facts()}?pageSize=100`), 200).results;
  expect(new Set(await typesFor(calder))).toEqual(new Set(['TrajectAssigned', 'ServiceDelivered', 'TrajectExtended']));
  expect(all.every(({ actor }) => actor !== undefined)).toBe(true);
  for (const { eventId, type, fields } of all) {
    const isOwn = fields['trajectId'] === 'T-CALDER';
    expect([type, (await calder.get(`${facts()}/${eventId}`)).status]).toEqual([type, isOwn ? 200 : 404]);
    expect([type, (await calder.get(`${facts()}/${eventId}/correcties`)).status]).toEqual([type, isOwn ? 200 : 404]);
    expect([type, (await client.get(`${facts()}/${eventId}`)).status]).toEqual([type, 200]);
  }
  const read = JSON.stringify((await calder.get(`${facts()}?pageSize=100`)).body);
  expect(read).not.toMatch(/FOURSTAR|manager-1|Benefit|actor/);
});

test('who has no business with a client finds no facts, nor who reads back what it recorded and recorded nothing', async () => {
  const stranger = await running.as('PROVIDER', { organisation: 'STRANGER' });
  const others = [stranger, await running.as('FINANCE'), await running.as('CONTRACTS')];
  const elsewhere = await running.as('CLIENT', { client: 'aaaaaaaaaaaaa' });
  for (const caller of [...others, elsewhere]) expect((await caller.get(facts())).status).toBe(404);
  expect((await manager.get('/dossiers/aaaaaaaaaaaaa/feiten')).status).toBe(404);
});

test('what was done to a fact stands beside it, and a list at two dates says which past it is of', async () => {
  const segment = { type: 'SegmentAssessed', segment: 'A', method: 'TALK', validFrom: '2008-02-01' };
  const said = { ...segment, source: { system: 'SUITE' }, assurance: 'DOCUMENTED' };
  const { eventId } = await recorded(manager, facts(), said);
  clock.moveTo('2008-10-13');
  const later = { ...said, validFrom: '2008-03-01' };
  const corrected = await recorded(manager, `${facts()}/${eventId}/correcties`, { reason: 'WRONG_DATE', fact: later });
  expect(corrected).toMatchObject({ type: 'FactCorrected', actor: 'manager-1', fields: { targetEventId: eventId } });
  const now = must(await manager.get<Acts>(`${facts()}?pageSize=100`), 200).results;
  const [old, fresh] = now.filter(({ type }) => type === 'SegmentAssessed');
  expect([old?.retracted, fresh?.retracted, fresh?.fields['supersedes']]).toEqual([true, false, eventId]);
  await recorded(manager, `${facts()}/${fresh?.eventId}/intrekkingen`, { reason: 'OTHER' });
  const then = must(await manager.get<Acts>(`${facts()}?knownAsOf=2008-10-10&asOf=2008-02-15&pageSize=100`), 200);
  expect(then).toMatchObject({ asOf: '2008-02-15', knownAsOf: '2008-10-10T21:59:59.999Z' });
  expect(then.results.filter(({ type }) => type === 'SegmentAssessed')).toMatchObject([{ eventId, retracted: false }]);
  expect(then.results.map(({ type }) => type)).not.toContain('PlacementStarted');
  expect((await calder.get(`${facts()}/${eventId}/correcties`)).status).toBe(404);
});

test('a provider reads back what it recorded wrongly and withdrew', async () => {
  const { eventId } = await recorded(calder, facts(), { ...service, kind: 'TRAINING', trajectId: 'T-CALDER' });
  await recorded(calder, `${facts()}/${eventId}/intrekkingen`, { reason: 'DUPLICATE' });
  expect((await fourstar.get(`${facts()}/${eventId}`)).status).toBe(404);
  expect((await calder.get<Act>(`${facts()}/${eventId}`)).body).toMatchObject({ retracted: true });
});

test('a claim is completed, asked about, judged and withdrawn, and each is read by who may and by no rival', async () => {
  const { claimId } = must(await agens.post<ClaimBody>('/claims', claimFor('AGENS', disputed)));
  const claim = `/claims/${claimId}`;
  const seen = async (caller: Caller): Promise<string> => etag(await caller.get(claim));
  const evidence = [{ id: '00000000-0000-4000-8000-000000000001', kind: 'PAYSLIP', sha256: HASH }];
  const completed = await recorded(agens, `${claim}/aanvullingen`, { evidence }, await seen(agens));
  expect(completed).toMatchObject({ type: 'ClaimCompleted', fields: { claimId, evidence } });
  clock.moveTo('2009-04-10');
  await watermarks(running, '2009-04-09');
  const asked = await recorded(officer, `${claim}/bewijsverzoeken`, { letterId: 'L1' });
  expect(asked).toMatchObject({ type: 'DecisionNotified', fields: { kind: 'REVIEW' } });
  const judgement = { codes: ['CLIENT_DISPUTES_CONTRIBUTION'], result: 'CLOSED', grounds: 'SEEN' };
  const judged = await recorded(officer, `${claim}/onderzoeksbesluiten`, judgement, await seen(officer));
  expect(judged).toMatchObject({ type: 'ReviewResolved', actor: 'officer-1' });
  const withdrawn = await recorded(agens, `${claim}/intrekkingen`, { reason: 'MISTAKE' }, await seen(agens));
  const of = (path: string, { eventId }: Act): string => `${claim}/${path}/${eventId}`;
  expect((await agens.get(of('onderzoeksbesluiten', judged))).status).toBe(403);
  const { actor: _officer, ...letter } = asked;
  expect((await agens.get<Act>(of('bewijsverzoeken', asked))).body).toEqual(letter);
  expect((await officer.get<Act>(of('aanvullingen', completed))).body).toEqual({ ...completed, actor: 'agens-1' });
  expect((await officer.get(of('aanvullingen', withdrawn))).status).toBe(404);
  for (const path of ['aanvullingen', 'bewijsverzoeken', 'intrekkingen'])
    for (const stranger of [calder, client])
      expect([path, (await stranger.get(`${claim}/${path}`)).status]).toEqual([path, 404]);
});

test('reading facts is a look at the client they are about', async () => {
  const auditor = await running.as('AUDITOR', { subject: 'auditor-1' });
  const looks = async (): Promise<number> =>
    (await auditor.get<{ count: number }>(`/verwerkingen?dossierRef=${file}`)).body.count;
  const before = await looks();
  await manager.get(facts());
  expect(await looks()).toBe(before + 1);
});

test('terms are read change by change, in pages, by who agreed on them and nobody else', async () => {
  const contracts = await running.as('CONTRACTS', { subject: 'contracts-1' });
  const contract = async (): Promise<string> => etag(await contracts.get('/contracten/K-CALDER'));
  const dearer = { milestone: 'SUSTAINED', cents: 310_000, validFrom: '2010-01-01' };
  const tariff = await recorded(contracts, '/contracten/K-CALDER/tarieven', dearer, await contract());
  expect(tariff).toMatchObject({ type: 'TariffSet', actor: 'contracts-1', fields: { cents: 310_000 } });
  await recorded(contracts, '/contracten/K-CALDER/wijzigingen', { validFrom: '2010-01-01' }, await contract());
  await recorded(contracts, '/aanbieders/CALDER/verbondenheden', {
    employerId: 'E9',
    kind: 'OWNER',
    validFrom: '2008-01-01',
  });
  const page = must(await calder.get<Acts>('/contracten/K-CALDER/tarieven?pageSize=1'), 200);
  expect([page.count, page.results.length, page.results[0]?.actor]).toEqual([2, 1, undefined]);
  const next = must(await calder.get<Acts>(String(page.next).replace('/v1', '')), 200);
  expect(next.results.map(({ eventId }) => eventId)).toEqual([tariff.eventId]);
  for (const url of ['/contracten/K-CALDER/tarieven', '/aanbieders/CALDER/verbondenheden'])
    expect([url, (await fourstar.get(url)).status]).toEqual([url, 404]);
  expect((await contracts.get('/contracten/K-NONE/tarieven')).status).toBe(404);
  expect((await contracts.get('/aanbieders/NONE/verbondenheden')).status).toBe(404);
});

test('each version of a definition set is read by itself, by everybody', async () => {
  const version = must(await calder.get<Act>('/normenkaders/NL-STD/versies/1'), 200);
  expect(version).toMatchObject({ type: 'DefinitionSetPublished', fields: { definitionId: 'NL-STD', version: 1 } });
  expect((await calder.get('/normenkaders/NL-STD/versies/2')).status).toBe(404);
});
