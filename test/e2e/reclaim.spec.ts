import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientFile } from '@uitkomst/domain';
import { anEvent } from '@uitkomst/ledger/testing';
import { readBack, type Act } from './read-back.js';
import { runApp, type Answer, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, watermarks, type ClaimBody } from './story.js';

/** All second approvers there are, but for the one who will decide on the objection. */
const STAFF = ['approver-1', 'approver-2'].map((subject) => ({ subject, roles: ['APPROVER2'] }));
const staffFolder = mkdtempSync(join(tmpdir(), 'uitkomst-staff-'));
const staffFile = join(staffFolder, 'staff.json');
const clock = storyClock('2004-01-05');
let running: RunningApp;
let provider: Caller;
let rival: Caller;
let officer: Caller;
let uninvolved: Caller;
let finance: Caller;
let client: Caller;
let file: string;
let claimId: string;
let clawbackId: string;

interface ClawbackBody {
  readonly clawbackId: string;
  readonly proposalId: string;
  readonly decisionId?: string;
  readonly state: string;
  readonly cents: number;
  readonly outstandingCents: number;
  readonly hearingUntilOn?: string;
  readonly reasons: readonly { readonly code: string }[];
}
interface ObjectionBody {
  readonly objectionId: string;
  readonly state: string;
  readonly parties: readonly string[];
}

beforeAll(async () => {
  writeFileSync(staffFile, JSON.stringify({ people: STAFF }));
  running = await runApp({ clock, environment: { STAFF_FILE: staffFile } });
  await setOut(running, ['SAGENN', 'AGENS']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['SAGENN']);
  provider = await running.as('PROVIDER', { organisation: 'SAGENN' });
  rival = await running.as('PROVIDER', { organisation: 'AGENS' });
  officer = await running.as('OFFICER', { subject: 'officer-1' });
  uninvolved = await running.as('APPROVER2', { subject: 'approver-2' });
  finance = await running.as('FINANCE', { subject: 'finance-1' });
  client = await running.as('CLIENT', { client: file });
  clock.moveTo('2009-04-10');
  await watermarks(running, '2009-04-09');
  ({ claimId } = must(await provider.post<ClaimBody>('/claims', claimFor('SAGENN', file))));
  await pay();
});
afterAll(async () => {
  await running.stop();
  rmSync(staffFolder, { recursive: true });
});

const etag = ({ headers }: Pick<Answer, 'headers'>): string => String(headers['etag']);
/** What somebody finds among all clawbacks or objections. */
async function found(caller: Caller, path: string): Promise<readonly (readonly unknown[])[]> {
  const { ledger, projecting } = running.app.services;
  await projecting.waitUntil(await ledger.head(), 60_000);
  const { results } = must(await caller.get<{ results: (ClawbackBody & { providerId: string })[] }>(path), 200);
  return results.map(({ state, providerId }) => [providerId, state]);
}
const clawback = (caller: Caller): Promise<Answer<ClawbackBody>> => caller.get(`/terugvorderingen/${clawbackId}`);
const stateOf = async (): Promise<string> => (await officer.get<ClaimBody>(`/claims/${claimId}`)).body.state;
const fileNow = async (): Promise<ClientFile> => {
  const { clientFiles, settings } = running.app.services;
  return (await clientFiles.read(settings.municipality, file)).state;
};

async function approve(who: Caller): Promise<void> {
  const seen = await officer.get<ClaimBody>(`/claims/${claimId}`);
  const { determinationId, decisionHash } = seen.body;
  const body = { decision: 'APPROVE', determinationId, decisionHash };
  must(await who.post(`/claims/${claimId}/beoordelingen`, body, { ifMatch: etag(seen) }));
}

/** Approved by two, ordered by two others, and booked by the bank. */
async function pay(): Promise<void> {
  await approve(officer);
  await approve(await running.as('APPROVER2', { subject: 'approver-1' }));
  const preparer = await running.as('OFFICER', { subject: 'officer-2' });
  const prepared = await preparer.post<{ batchId: string }>('/betaalbatches', { claimIds: [claimId] });
  const url = `/betaalbatches/${must(prepared).batchId}/vrijgaven`;
  const payer = await running.as('OFFICER', { subject: 'officer-3' });
  must(await payer.post(url, {}, { ifMatch: etag(prepared) }));
  const [order] = (await fileNow()).payments;
  if (order === undefined) throw new Error('Nothing was ordered');
  const { orderId, providerId, cents, milestone, outcomeType, episodeOn, jobId } = order;
  const paid = { claimId, orderId, providerId, cents, milestone, outcomeType, episodeOn, jobId, paidOn: '2009-04-10' };
  const { ledger, settings } = running.app.services;
  const stream = `client-${settings.municipality}-${file}`;
  const { revision } = await fileNow();
  const told = await ledger.append(stream, revision, [anEvent({ type: 'ClaimPaid', payload: paid })]);
  if (!told.ok) throw new Error('The payment was not taken');
}

const relapse = {
  type: 'BenefitGranted',
  benefitId: 'B2',
  kind: 'BIJSTAND',
  validFrom: '2009-01-05',
  source: { system: 'GWS4ALL' },
  assurance: 'AUTHORITATIVE',
};

test('welfare inside the term, found out after payment, asks the whole bonus back in the same append', async () => {
  expect(await stateOf()).toBe('PAID');
  const benefits = await running.as('BENEFITS');
  must(await benefits.post(`/dossiers/${file}/feiten`, relapse));
  expect(await stateOf()).toBe('CLAWBACK_PROPOSED');
  const { results } = must(await officer.get<{ results: ClawbackBody[] }>(`/claims/${claimId}/terugvorderingen`), 200);
  expect(results).toMatchObject([{ state: 'PROPOSED', cents: 300_000, reasons: [{ code: 'RELAPSE_WITHIN_SUSTAIN' }] }]);
  clawbackId = results[0]?.clawbackId ?? '';
  const claim = await officer.get(`/claims/${claimId}`);
  const asked = await officer.post(`/claims/${claimId}/terugvorderingen`, {}, { ifMatch: etag(claim) });
  expect(asked).toMatchObject({ status: 409, body: { code: 'STATE_FORBIDS', state: 'CLAWBACK_PROPOSED' } });
});

test('no provider knows of it before the letter, and a rival never', async () => {
  expect((await provider.get<ClaimBody>(`/claims/${claimId}`)).body.state).toBe('PAID');
  expect((await provider.get(`/claims/${claimId}/terugvorderingen`)).body).toEqual({ results: [] });
  expect(await found(officer, '/terugvorderingen?state=PROPOSED')).toEqual([['SAGENN', 'PROPOSED']]);
  for (const caller of [provider, rival]) expect(await found(caller, '/terugvorderingen')).toEqual([]);
  const position = { position: 'DISPUTES' };
  for (const caller of [provider, rival]) {
    expect((await clawback(caller)).status).toBe(404);
    expect((await caller.post(`/terugvorderingen/${clawbackId}/zienswijzen`, position)).status).toBe(404);
  }
  const early = { subjectEventId: (await clawback(officer)).body.proposalId, letterId: 'L1' };
  expect(await officer.post(`/claims/${claimId}/bekendmakingen`, early)).toMatchObject({
    status: 409,
    body: { code: 'TERM_NOT_PASSED' },
  });
  clock.moveTo('2009-04-15');
  must(await officer.post(`/claims/${claimId}/bekendmakingen`, early));
  expect((await clawback(provider)).body).toMatchObject({
    state: 'PROPOSED',
    hearingUntilOn: '2009-04-29',
    reasons: [{ code: 'BENEFIT_CONDITION_NOT_MET' }],
  });
  expect((await clawback(rival)).status).toBe(404);
  expect((await rival.post(`/terugvorderingen/${clawbackId}/zienswijzen`, position)).status).toBe(404);
  const hearing = await provider.post(`/terugvorderingen/${clawbackId}/zienswijzen`, position);
  expect(await readBack(provider, hearing)).toMatchObject({ type: 'ClawbackHeard', fields: position });
  expect((await rival.get(`/terugvorderingen/${clawbackId}/zienswijzen`)).status).toBe(404);
});

test('it is decided after the hearing term, by somebody who had no part in the payment', async () => {
  const url = `/terugvorderingen/${clawbackId}/beslissingen`;
  const body = { decision: 'RECLAIM', grounds: 'RELAPSE_PROVEN' };
  const ifMatch = etag(await clawback(officer));
  expect(await uninvolved.post(url, body, { ifMatch })).toMatchObject({
    status: 409,
    body: { code: 'HEARING_TERM_RUNNING' },
  });
  expect((await uninvolved.post(url, body, { ifMatch: '"r1"' })).status).toBe(412);
  clock.moveTo('2009-04-30');
  const approver = await running.as('APPROVER2', { subject: 'approver-1' });
  expect((await clawback(approver)).body).toMatchObject({ toDecide: { involved: true } });
  expect((await clawback(uninvolved)).body).toMatchObject({ toDecide: { involved: false } });
  expect((await clawback(provider)).body).not.toHaveProperty('toDecide');
  expect(await approver.post(url, body, { ifMatch })).toMatchObject({
    status: 409,
    body: { type: 'urn:uitkomst:probleem:functiescheiding' },
  });
  const undecided = etag(await clawback(provider));
  const decided = await readBack(uninvolved, await uninvolved.post(url, body, { ifMatch }));
  expect(etag(await clawback(provider))).toBe(undecided);
  expect(decided).toMatchObject({ type: 'ClawbackDecided', actor: 'approver-2' });
  expect(await stateOf()).toBe('CLAWBACK_DECIDED');
  expect((await provider.get(url)).body).toMatchObject({ count: 0, results: [] });
  expect((await provider.get(`${url}/${decided.eventId}`)).status).toBe(404);
  expect((await clawback(provider)).body).toMatchObject({ state: 'PROPOSED' });
  expect(await found(provider, '/terugvorderingen?state=PROPOSED')).toEqual([['SAGENN', 'PROPOSED']]);
  expect(await found(finance, '/terugvorderingen?state=DECIDED')).toEqual([['SAGENN', 'DECIDED']]);
  expect(await found(rival, '/terugvorderingen')).toEqual([]);
  const subjectEventId = (await clawback(officer)).body.decisionId;
  must(await officer.post(`/claims/${claimId}/bekendmakingen`, { subjectEventId, letterId: 'L2' }));
  expect((await clawback(provider)).body).toMatchObject({ state: 'DECIDED', outstandingCents: 300_000 });
  const { grounds: _internal, ...told } = decided.fields;
  const { actor: _who, ...letter } = { ...decided, fields: told };
  expect((await provider.get(`${url}/${decided.eventId}`)).body).toEqual(letter);
});

test('the provider objects, the client adds its own, and somebody uninvolved decides; the desk shows the terms', async () => {
  const subjectEventId = (await clawback(officer)).body.decisionId;
  const filed = await provider.post<ObjectionBody>(`/claims/${claimId}/bezwaren`, { subjectEventId });
  expect(must(filed)).toMatchObject({ state: 'OPEN', late: false, decideByOn: '2009-07-23', parties: ['PROVIDER'] });
  const { objectionId } = filed.body;
  const version = async () => etag(await provider.get(`/bezwaren/${objectionId}`));
  const alone = await version();
  expect(must(await client.post<ObjectionBody>(`/claims/${claimId}/bezwaren`, { subjectEventId }))).toMatchObject({
    objectionId,
    parties: ['CLIENT'],
  });
  expect((await rival.get(`/bezwaren/${objectionId}`)).status).toBe(404);
  expect((await rival.post(`/bezwaren/${objectionId}/intrekkingen`, {})).status).toBe(404);
  expect((await rival.post(`/claims/${claimId}/bezwaren`, { subjectEventId })).status).toBe(404);
  const { ledger, projecting } = running.app.services;
  await projecting.waitUntil(await ledger.head(), 60_000);
  const desk = must(await officer.get<{ results: object[] }>('/werkvoorraad?state=IN_OBJECTION'), 200);
  expect(desk.results).toMatchObject([
    {
      claimId,
      objection: { objectionId, parties: ['PROVIDER', 'CLIENT'], decideByOn: '2009-07-23' },
      dueOn: '2009-07-23',
      clawback: { clawbackId, state: 'DECIDED', outstandingCents: 300_000 },
      // Approver 1 approved, approver 2 decided the clawback: nobody on the list of staff is left.
      warning: { code: 'NO_UNINVOLVED_PERSON' },
    },
  ]);
  for (const caller of [officer, provider, client])
    expect(await found(caller, '/bezwaren?state=OPEN')).toEqual([['SAGENN', 'OPEN']]);
  expect(await found(rival, '/bezwaren')).toEqual([]);
  expect((await finance.get('/bezwaren')).status).toBe(403);
  const back = await client.post<ObjectionBody>(`/bezwaren/${objectionId}/intrekkingen`, {});
  expect(must(back)).toMatchObject({ state: 'WITHDRAWN', parties: [] });
  expect(await readBack(client, back)).toMatchObject({ type: 'ObjectionWithdrawn', role: 'CLIENT' });
  expect((await provider.get(`/bezwaren/${objectionId}/intrekkingen`)).body).toMatchObject({ results: [] });
  expect((await client.get<ObjectionBody>(`/bezwaren/${objectionId}`)).body).toMatchObject({ state: 'WITHDRAWN' });
  expect(await found(client, '/bezwaren?state=OPEN')).toEqual([]);
  expect(await found(client, '/bezwaren?state=WITHDRAWN')).toEqual([['SAGENN', 'WITHDRAWN']]);
  expect(await found(provider, '/bezwaren?state=OPEN')).toEqual([['SAGENN', 'OPEN']]);
  const url = `/bezwaren/${objectionId}/beslissingen`;
  const dismissed = { outcome: 'DISMISSED', setAside: [], grounds: 'NOTHING_NEW' };
  const seen = await uninvolved.get<ObjectionBody>(`/bezwaren/${objectionId}`);
  // Who had a part is told so before choosing anything, and who objects is not told how it is decided.
  expect(seen.body).toMatchObject({ toDecide: { involved: true } });
  expect((await provider.get<ObjectionBody>(`/bezwaren/${objectionId}`)).body).not.toHaveProperty('toDecide');
  const ifMatch = etag(await officer.get(`/bezwaren/${objectionId}`));
  expect(await uninvolved.post(url, dismissed, { ifMatch })).toMatchObject({
    status: 409,
    body: { code: 'SEPARATION_OF_DUTIES' },
  });
  const handler = await running.as('APPROVER2', { subject: 'approver-3' });
  const unknown = await handler.post(url, { ...dismissed, setAside: ['CLAIM_LATE'] }, { ifMatch });
  expect(unknown).toMatchObject({ status: 409, body: { code: 'CODE_NOT_RESOLVABLE' } });
  const decided = await readBack(handler, await handler.post(url, dismissed, { ifMatch }));
  expect(decided).toMatchObject({ type: 'ObjectionDecided', fields: { outcome: 'DISMISSED' } });
  for (const party of [provider, client]) expect((await party.get(url)).body).toMatchObject({ results: [] });
  expect((await rival.get(url)).status).toBe(404);
  // Who decided and why is for the municipality's own people.
  expect((await officer.get(`/bezwaren/${objectionId}`)).body).toMatchObject({
    decidedBy: 'approver-3',
    grounds: 'NOTHING_NEW',
  });
  const own = (await provider.get<object>(`/bezwaren/${objectionId}`)).body;
  expect(Object.keys(own)).not.toEqual(expect.arrayContaining(['decidedBy']));
  expect(Object.keys(own)).not.toEqual(expect.arrayContaining(['grounds']));
  expect(await stateOf()).toBe('CLAWBACK_DECIDED');
  expect((await provider.get(`/bezwaren/${objectionId}`)).body).toMatchObject({ state: 'OPEN' });
  expect(await version()).toBe(alone);
  expect(await found(provider, '/bezwaren?state=OPEN')).toHaveLength(1);
  expect(await found(officer, '/bezwaren?state=DISMISSED')).toHaveLength(1);
});

test('finance takes the money in, in instalments and never more than is outstanding', async () => {
  const url = `/terugvorderingen/${clawbackId}/afwikkelingen`;
  const settle = async (cents: number): Promise<Answer<ClawbackBody>> =>
    finance.post(
      url,
      { method: 'INVOICE', cents, settledOn: '2009-04-30' },
      { ifMatch: etag(await clawback(finance)) },
    );
  expect(await settle(300_001)).toMatchObject({ status: 409, body: { code: 'AMOUNT_ABOVE_OUTSTANDING' } });
  const instalment = await settle(100_000);
  expect(must(instalment)).toMatchObject({ state: 'DECIDED', outstandingCents: 200_000 });
  const settled = await readBack(finance, instalment);
  expect(settled).toMatchObject({ type: 'ClawbackSettled', actor: 'finance-1', fields: { cents: 100_000 } });
  expect((await provider.get<Act>(`${url}/${settled.eventId}`)).body.fields).toMatchObject({ cents: 100_000 });
  const key = 'the-rest';
  const rest = { method: 'INVOICE', cents: 200_000, settledOn: '2009-04-30' };
  const ifMatch = etag(await clawback(finance));
  const twice = [await finance.post(url, rest, { key, ifMatch }), await finance.post(url, rest, { key, ifMatch })];
  expect(twice.map(({ status, body }) => [status, body['state']])).toEqual([
    [201, 'SETTLED'],
    [201, 'SETTLED'],
  ]);
  expect(await stateOf()).toBe('RECOVERED');
  expect(await found(provider, '/terugvorderingen?state=SETTLED')).toHaveLength(1);
});

test('who decided, on which ground, and who took in what, is for the municipality alone', async () => {
  const settled = { step: 'INVOICE', on: '2009-04-30', by: 'finance-1' };
  const auditor = await running.as('AUDITOR');
  for (const caller of [officer, uninvolved, finance, auditor])
    expect((await clawback(caller)).body).toMatchObject({
      steps: [
        { step: 'DECIDED', by: 'approver-2', cents: 300_000, grounds: expect.any(String) },
        { ...settled, cents: 100_000 },
        { ...settled, cents: 200_000 },
      ],
    });
  const own = (await clawback(provider)).body;
  expect(own).toMatchObject({ state: 'SETTLED' });
  expect(own).not.toHaveProperty('steps');
});
