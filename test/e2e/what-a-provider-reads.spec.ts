import { runApp, type Caller, type RunningApp } from './running-app.js';
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

/** What a provider may read: its own claims, its part of a client's history, and what was agreed with it. */
const ITS_OWN = [
  '/claims',
  '/trajecten',
  '/bekendmakingen',
  '/gebeurtenissen',
  '/betaalspecificaties',
  '/claims/{claimId}',
  '/claims/{claimId}/bekendmakingen',
  '/claims/{claimId}/bewijs',
  '/claims/{claimId}/uitleg',
  '/claims/{claimId}/vaststellingen',
  '/claims/{claimId}/vaststellingen/{eventId}',
  '/dossiers/{dossierRef}/tijdlijn',
  '/claims/{claimId}/aanvullingen',
  '/claims/{claimId}/intrekkingen',
  '/claims/{claimId}/bewijsverzoeken',
  '/dossiers/{dossierRef}/feiten',
  '/dossiers/{dossierRef}/bewijsstukken',
  '/leveringen',
  '/claims/{claimId}/terugvorderingen',
  '/claims/{claimId}/bezwaren',
  '/claims/{claimId}/tegenfeiten',
  '/terugvorderingen',
  '/bezwaren',
  '/aanbieders',
  '/aanbieders/{providerId}',
  '/aanbieders/{providerId}/rekeningen',
  '/betaalbatches/{batchId}/specificaties/{providerId}',
  '/contracten',
  '/contracten/{contractId}',
  '/normenkaders',
  '/normenkaders/{definitionId}/versies',
  '/claims/{claimId}/bekendmakingen/{letterId}',
  '/contracten/{contractId}/wijzigingen',
  '/contracten/{contractId}/tarieven',
  '/aanbieders/{providerId}/verbondenheden',
  '/aanbieders/{providerId}/rekeningen/{accountId}/bevestigingen',
  '/normenkaders/{definitionId}/versies/{version}',
  '/aanbieders/{providerId}/rekeningen/{accountId}',
];
/** Open to everybody: nothing of a person is in them. */
const OPEN = [
  '/health',
  '/problemen',
  '/watermerken',
  '/watermerken/{system}',
  '/regelsets',
  '/regelsets/{eventId}',
  '/zegels',
  '/zegels/{size}',
  '/zegelsleutels',
];

/** Never ends, and has a test of its own (`changes.spec.ts`). */
const FOLLOWED = '/wijzigingen';

const clock = storyClock('2004-01-05');
let running: RunningApp;
let file: string;
let officer: Caller;
let calder: Caller;
let own: string;
let rivals: string;
let reads: readonly string[];

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['CALDER', 'FOURSTAR']);
  await underProof(running);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['CALDER', 'FOURSTAR']);
  officer = await running.as('OFFICER', { subject: 'officer-1' });
  calder = await running.as('PROVIDER', { organisation: 'CALDER' });
  const fourstar = await running.as('PROVIDER', { organisation: 'FOURSTAR' });
  clock.moveTo('2009-04-10');
  await watermarks(running, '2009-04-09');
  ({ claimId: own } = must(await calder.post<ClaimBody>('/claims', claimFor('CALDER', file))));
  ({ claimId: rivals } = must(await fourstar.post<ClaimBody>('/claims', claimFor('FOURSTAR', file))));
  const { body } = await officer.get<{ paths: Record<string, { get?: object }> }>('/openapi.json');
  reads = Object.entries(body.paths).flatMap(([path, { get }]) => (get === undefined ? [] : [path]));
});
afterAll(() => running.stop());

const determinationOf = async (claimId: string): Promise<string> =>
  (await officer.get<ClaimBody>(`/claims/${claimId}`)).body.determinationId;

/** A path with everything filled in, for the claim it is asked of. */
const asked = async (path: string, claimId: string): Promise<string> =>
  path
    .replace('{claimId}', claimId)
    .replace('{eventId}', await determinationOf(claimId))
    .replace('{dossierRef}', file)
    .replace('{providerId}', claimId === own ? 'CALDER' : 'FOURSTAR')
    .replace('{contractId}', claimId === own ? 'K-CALDER' : 'K-FOURSTAR')
    .replace('{definitionId}', 'NL-STD')
    .replace('{version}', '1')
    .replace(/\{(actId|evidenceId)\}/, '00000000-0000-4000-8000-000000000000')
    .replace('{jobId}', 'J1')
    .replace(/\{(batchId|sampleId|listId|accountId)\}/, 'none')
    .replace('{recordId}', 'words.aaaaaaaaaaaaaaaa')
    .replace('{sha256}', '0'.repeat(64))
    .replace(/\{(runId|reportId)\}/, 'a'.repeat(16))
    .replace(/verschillen$/, 'verschillen?knownAsOf=2009-01-01')
    .replace('{letterId}', 'L1')
    .replace('{clawbackId}', `${file}.k`)
    .replace('{objectionId}', `${file}.b`)
    .replace(/journaalposten$/, 'journaalposten?bookingYear=2009');

/** What stays with the municipality: the rival, why and since when there is welfare, and codes not for a provider's eyes. */
const SECRETS =
  /FOURSTAR|Benefit(Granted|Stopped)|BIJSTAND"|WORK_EMPLOYMENT|COMPETING|CREDITED_TO_OTHER|ALREADY_PAID|officer-1/;

test('what is for officers and auditors answers a provider with nothing, whichever claim it names', async () => {
  const known = new Set([...ITS_OWN, ...OPEN, FOLLOWED]);
  // What is in a list is as much its own as the list.
  const closed = reads.filter((path) => !known.has(path.replace('/{actId}', '')));
  expect(closed).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/werkvoorraad$/),
      expect.stringMatching(/toerekeningen$|weigeringen$/),
    ]),
  );
  for (const path of closed)
    for (const claimId of [own, rivals]) {
      const { status, body } = await calder.get(await asked(path, claimId));
      expect([path, [403, 404].includes(status)]).toEqual([path, true]);
      expect([path, JSON.stringify(body)]).toEqual([path, expect.not.stringMatching(SECRETS)]);
    }
});

test('of a rival, its claim and its contract a provider reads nothing at all', async () => {
  for (const path of ITS_OWN.filter((one) => /\{(claimId|providerId|contractId)\}/.test(one)))
    expect([path, (await calder.get(await asked(path, rivals))).status]).toEqual([path, 404]);
});

test('before a letter nothing negative is read anywhere, after it no more than the table of codes allows', async () => {
  const losing = (await officer.get<ClaimBody>(`/claims/${own}`)).body;
  expect([losing.state, losing.reasons.map(({ code }) => code)]).toEqual(['REJECTED', ['OUTFLOW_CREDITED_TO_OTHER']]);
  const before = await everythingRead();
  expect(before).not.toMatch(SECRETS);
  expect(before).not.toMatch(/REJECTED|OUTFLOW_NOT_CREDITED/);
  const proof = `/gebeurtenissen/${losing.determinationId}/bewijs`;
  expect([await determinationsInFeed(), (await calder.get(proof)).status]).toEqual([[], 404]);
  clock.moveTo('2009-04-20');
  const letter = { subjectEventId: losing.determinationId, letterId: 'L1' };
  must(await officer.post(`/claims/${own}/bekendmakingen`, letter));
  const after = await everythingRead();
  expect(after).not.toMatch(SECRETS);
  expect(after).toMatch(/REJECTED/);
  expect(after).toMatch(/OUTFLOW_NOT_CREDITED/);
  expect([await determinationsInFeed(), (await calder.get(proof)).status]).toEqual([[losing.determinationId], 200]);
});

async function determinationsInFeed(): Promise<readonly string[]> {
  type Feed = { readonly results: readonly { readonly eventId: string; readonly type: string }[] };
  const { results } = must(await calder.get<Feed>('/gebeurtenissen?pageSize=100'), 200);
  return results.flatMap(({ eventId, type }) => (type === 'ClaimDetermined' ? [eventId] : []));
}

test('over all its clients and claims it reads its own trajects and letters, and a client those about itself', async () => {
  type List = { readonly count: number; readonly results: readonly Record<string, unknown>[] };
  const trajects = await calder.get<List>('/trajecten');
  expect(trajects.body.results).toMatchObject([{ dossierRef: file, trajectId: 'T-CALDER', jobs: [], claims: 1 }]);
  const letters = await calder.get<List>('/bekendmakingen');
  expect(letters.body.results).toMatchObject([{ claimId: own, kind: 'REJECTED', notifiedOn: '2009-04-20' }]);
  expect((await calder.get<List>('/betaalspecificaties')).body.count).toBe(0);
  const client = await running.as('CLIENT', { subject: 'client-1', client: file });
  expect((await client.get<List>('/bekendmakingen')).body.results).toMatchObject([{ claimId: own }]);
  const about = (await client.get<List>('/claims')).body;
  expect(new Set(about.results.map(({ providerId }) => providerId))).toEqual(new Set(['CALDER', 'FOURSTAR']));
  const closed = ['/trajecten', '/betaalspecificaties'].map((path) => client.get(path));
  expect((await Promise.all(closed)).map(({ status }) => status)).toEqual([403, 403]);
  expect((await officer.get('/bekendmakingen')).status).toBe(403);
});

test('of an event in which nothing is for its eyes a provider does not learn that it happened', async () => {
  const client = await running.as('CLIENT', { subject: 'client-1', client: file });
  const complaint = { type: 'ComplaintFiled', about: 'TRAJECT', trajectId: 'T-CALDER', code: 'TREATMENT' };
  const origin = { validFrom: '2009-04-20', source: { system: 'SURVEY' }, assurance: 'CLIENT_STATEMENT' };
  must(await client.post(`/dossiers/${file}/feiten`, { ...complaint, ...origin }));
  const course = JSON.stringify((await calder.get(`/dossiers/${file}/tijdlijn`)).body);
  expect(course).toMatch(/TrajectAssigned/);
  expect(course).not.toMatch(/ComplaintFiled/);
});

test('a request for evidence tells what is asked, and not what else is being looked at', async () => {
  const incomplete = await clientWithJob(running, BSNS[1], ['AGENS']);
  const manager = await running.as('CASEMGR');
  const disputed = { type: 'ClientStatement', jobId: 'J1', contribution: 'NONE', source: { system: 'SUITE' } };
  must(await manager.post(`/dossiers/${incomplete}/feiten`, { ...disputed, assurance: 'CLIENT_STATEMENT' }));
  const agens = await running.as('PROVIDER', { organisation: 'AGENS' });
  const { claimId } = must(await agens.post<ClaimBody>('/claims', claimFor('AGENS', incomplete)));
  const { reasons } = (await officer.get<ClaimBody>(`/claims/${claimId}`)).body;
  expect(reasons.map(({ code }) => code)).toEqual(['EVIDENCE_MISSING', 'CLIENT_DISPUTES_CONTRIBUTION']);
  const claim = (await agens.get<ClaimBody>(`/claims/${claimId}`)).body;
  expect([claim.state, claim.reasons.map(({ code }) => code)]).toEqual(['INCOMPLETE', ['EVIDENCE_MISSING']]);
  const needed = async (caller: Caller) => (await caller.get<Needed>(`/claims/${claimId}/tegenfeiten`)).body;
  expect((await needed(agens)).changes).toEqual([
    expect.objectContaining({ code: 'EVIDENCE_MISSING', change: 'ClaimCompleted (PAYSLIP)', by: ['PROVIDER'] }),
  ]);
  const staff = await needed(officer);
  expect(staff.changes.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['EVIDENCE_MISSING', 'CLIENT_DISPUTES_CONTRIBUTION']),
  );
  expect(staff.eligibleOn).toBeDefined();
  const told = await agens.get<{ readonly results: readonly unknown[] }>(`/claims/${claimId}/vaststellingen`);
  expect([told.status, told.body.results]).toEqual([200, []]);
});

interface Needed {
  readonly eligibleOn?: string;
  readonly changes: readonly { readonly code: string; readonly change: string; readonly by: readonly string[] }[];
}

/** Everything the provider's own reads give it, as one text. */
async function everythingRead(): Promise<string> {
  const { ledger, projecting } = running.app.services;
  await projecting.waitUntil(await ledger.head(), 60_000);
  const answers: string[] = [];
  for (const path of ITS_OWN.slice(0, 18))
    answers.push(JSON.stringify((await calder.get(await asked(path, own))).body));
  return answers.join('\n');
}
