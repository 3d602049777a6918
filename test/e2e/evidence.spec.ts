import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Evidence, MAY_RECORD, ROLES, type Role } from '@uitkomst/domain';
import type { z } from 'zod';
import { runApp, type Answer, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, type ClaimBody } from './story.js';

type Proof = z.infer<typeof Evidence>;
interface Page {
  readonly count: number;
  readonly next: string | null;
  readonly results: readonly (Proof & { readonly role: string })[];
}

interface Looks {
  readonly count: number;
  readonly results: readonly { readonly name: string }[];
}

const PDF = 'application/pdf';
const MAX = 20 * 1_048_576;
const STAFF: readonly Role[] = ['CASEMGR', 'BENEFITS', 'OFFICER', 'APPROVER2', 'AUDITOR'];
const clock = storyClock('2004-01-05');
let running: RunningApp;
let file: string;
let sagenn: Caller;
let agens: Caller;
let officer: Caller;
let client: Caller;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN', 'AGENS']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['SAGENN', 'AGENS']);
  sagenn = await running.as('PROVIDER', { organisation: 'SAGENN' });
  agens = await running.as('PROVIDER', { organisation: 'AGENS' });
  officer = await running.as('OFFICER');
  client = await running.as('CLIENT', { client: file });
});
afterAll(() => running.stop());

const SECRET = 'Loonstrook van Anja de Vries';
let documents = 0;
/** A document that nobody kept yet. */
const pdf = (): Buffer => Buffer.from(`%PDF-1.7\n${SECRET} ${(documents += 1)}`);
const shelf = (dossierRef = file): string => `/dossiers/${dossierRef}/bewijsstukken`;
const keep = (
  caller: Caller,
  bytes: Buffer,
  { type = PDF, query = 'kind=PAYSLIP', key = randomBytes(8).toString('hex') } = {},
) => caller.post<Proof>(`${shelf()}?${query}`, bytes, { key, headers: { 'content-type': type } });
const open = (caller: Caller, id: string, accept = PDF) =>
  running.app.http.inject({
    method: 'GET',
    url: `/v1${shelf()}/${id}`,
    headers: { authorization: `Bearer ${caller.token}`, accept },
  });
const faultOf = ({ body }: Answer<unknown>): unknown => (body as { readonly errors?: readonly unknown[] }).errors?.[0];
const holding = (text: string): readonly string[] =>
  readdirSync(running.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(running.folder, name)).isFile())
    .filter((name) => readFileSync(join(running.folder, name)).includes(text));

test('what is kept is evidence as a claim takes it, is read where the answer says, and no event or file tells of it', async () => {
  const before = await running.recorded();
  const bytes = pdf();
  const answer = await keep(sagenn, bytes, { query: 'kind=PAYSLIP&obtainedOn=2008-09-30' });
  const proof = must(answer);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(Evidence.parse(proof)).toEqual({ id: proof.id, kind: 'PAYSLIP', obtainedOn: '2008-09-30', sha256 });
  expect(answer.headers['location']).toBe(`/v1${shelf()}/${proof.id}`);
  const told = {
    ...proof,
    mediaType: PDF,
    size: bytes.length,
    role: 'PROVIDER',
    recordedAt: '2008-10-10T09:00:00.000Z',
  };
  expect((await sagenn.get(`${shelf()}/${proof.id}`)).body).toEqual(told);
  const opened = await open(officer, proof.id);
  expect(opened.rawPayload).toEqual(bytes);
  expect(opened.headers).toMatchObject({
    'content-type': PDF,
    'content-disposition': `attachment; filename="${proof.id}.pdf"`,
    'x-content-type-options': 'nosniff',
    'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
  });
  expect((await open(officer, proof.id, 'image/png')).statusCode).toBe(406);
  expect(await running.recorded()).toBe(before);
  expect(holding(SECRET)).toEqual([]);
});

test('the same request and the same bytes are one document', async () => {
  const bytes = pdf();
  const first = must(await keep(sagenn, bytes, { key: 'kept-once' }));
  expect((await keep(sagenn, bytes, { key: 'kept-once' })).body).toEqual(first);
  expect((await keep(sagenn, bytes, { query: 'kind=OTHER' })).body).toEqual(first);
  expect((await keep(sagenn, pdf(), { key: 'kept-once' })).status).toBe(422);
  expect(must(await keep(agens, bytes)).id).not.toBe(first.id);
});

test('a file is refused that is empty, too large, of another kind than said or of a kind that is not taken', async () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(20)]);
  const jpeg = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), randomBytes(20)]);
  expect((await keep(sagenn, png, { type: 'image/png' })).status).toBe(201);
  expect((await keep(sagenn, jpeg, { type: 'image/jpeg' })).status).toBe(201);
  const empty = await keep(sagenn, Buffer.alloc(0));
  expect([empty.status, faultOf(empty)]).toMatchObject([400, { in: 'body', pointer: '', code: 'empty' }]);
  const other = await keep(sagenn, png);
  expect([other.status, faultOf(other)]).toMatchObject([400, { in: 'body', pointer: '', code: 'other_type' }]);
  const largest = Buffer.concat([pdf(), Buffer.alloc(MAX)]).subarray(0, MAX);
  expect((await keep(sagenn, largest)).status).toBe(201);
  expect((await keep(sagenn, Buffer.concat([largest, Buffer.alloc(1)]))).status).toBe(413);
  for (const type of ['text/html', 'application/json', 'image/svg+xml', 'application/xml'])
    expect([type, (await keep(sagenn, pdf(), { type })).status]).toEqual([type, 415]);
  for (const query of ['', 'kind=NONE', 'kind=PAYSLIP&name=anja.pdf', 'kind=PAYSLIP&obtainedOn=gisteren'])
    expect([query, (await keep(sagenn, pdf(), { query })).status]).toEqual([query, 400]);
  const claims = await sagenn.post('/claims', pdf(), { headers: { 'content-type': PDF } });
  expect(claims.status).toBe(415);
});

test('who records facts keeps documents, a provider where it has a traject and a client of itself', async () => {
  const recorders = new Set<Role>(Object.values(MAY_RECORD).flat());
  for (const role of ROLES.filter((one) => one !== 'SYSTEM')) {
    const who = { ...(role === 'PROVIDER' && { organisation: 'SAGENN' }), ...(role === 'CLIENT' && { client: file }) };
    const { status } = await keep(await running.as(role, who), pdf());
    expect([role, status]).toEqual([role, recorders.has(role) ? 201 : 403]);
  }
  const strangers = [
    await running.as('PROVIDER', { organisation: 'STRANGER' }),
    await running.as('CLIENT', { client: 'aaaaaaaaaaaaa' }),
  ];
  for (const stranger of strangers) {
    expect((await keep(stranger, pdf())).status).toBe(404);
    expect((await stranger.get(shelf())).status).toBe(404);
  }
  const nobodys = await officer.post(`${shelf('aaaaaaaaaaaaa')}?kind=OTHER`, pdf(), {
    headers: { 'content-type': PDF },
  });
  expect(nobodys.status).toBe(404);
});

test('staff and the client read all, others what their own organisation kept', async () => {
  const registry = await running.as('REGISTRY', { organisation: 'UWV' });
  const finance = await running.as('FINANCE', { organisation: 'KASSIER' });
  expect((await finance.get(shelf())).status).toBe(404);
  const own = must(await keep(registry, pdf())).id;
  const rivals = must(await keep(agens, pdf())).id;
  const ids = async (caller: Caller): Promise<readonly string[]> =>
    must(await caller.get<Page>(`${shelf()}?pageSize=100`), 200).results.map(({ id }) => id);
  for (const role of STAFF) expect(await ids(await running.as(role))).toEqual(expect.arrayContaining([own, rivals]));
  expect(await ids(client)).toEqual(expect.arrayContaining([own, rivals]));
  expect(await ids(registry)).toEqual([own]);
  expect(await ids(agens)).toContain(rivals);
  expect(await ids(sagenn)).not.toEqual(expect.arrayContaining([rivals]));
  for (const accept of [PDF, 'application/json']) {
    expect((await open(sagenn, rivals, accept)).statusCode).toBe(404);
    expect((await open(agens, rivals, accept)).statusCode).toBe(200);
  }
  expect((await (await running.as('CONTRACTS')).get(shelf())).status).toBe(404);
  const page = must(await officer.get<Page>(`${shelf()}?pageSize=1`), 200);
  expect([page.results.length, page.next]).toEqual([1, `/v1${shelf()}?pageSize=1&page=2`]);
});

test('every look at a document, and every one that is kept, is told of the client', async () => {
  const auditor = await running.as('AUDITOR');
  const looks = async () => must(await auditor.get<Looks>(`/verwerkingen?dossierRef=${file}&pageSize=100`), 200);
  const { count } = await looks();
  const { id } = must(await keep(sagenn, pdf()));
  await sagenn.get(shelf());
  await open(sagenn, id);
  const after = await looks();
  expect(after.count).toBe(count + 3);
  const newest = after.results.slice(0, 3).map(({ name }) => name);
  expect(newest).toEqual(['getEvidence', 'listEvidence', 'keepEvidence']);
});

test('a document kept here is named with its own hash; one that is kept elsewhere, or by another, with any', async () => {
  const { id, kind, sha256 } = must(await keep(sagenn, pdf()));
  const wrong = { id, kind, sha256: 'a'.repeat(64) };
  const elsewhere = { id: '00000000-0000-4000-8000-000000000001', kind: 'LETTER', sha256: 'b'.repeat(64) };
  const claim = claimFor('SAGENN', file);
  const refused = await sagenn.post('/claims', { ...claim, evidence: [elsewhere, wrong] });
  const fault = { in: 'body', pointer: '/evidence/1/sha256', code: 'EVIDENCE_DIFFERS' };
  expect([refused.status, faultOf(refused)]).toMatchObject([400, fault]);
  const { claimId } = must(
    await sagenn.post<ClaimBody>('/claims', { ...claim, evidence: [elsewhere, { id, kind, sha256 }] }),
  );
  const ifMatch = String((await sagenn.get(`/claims/${claimId}`)).headers['etag']);
  const completed = await sagenn.post(`/claims/${claimId}/aanvullingen`, { evidence: [wrong] }, { ifMatch });
  expect([completed.status, faultOf(completed)]).toMatchObject([400, { pointer: '/evidence/0/sha256' }]);
  expect((await agens.post('/claims', { ...claimFor('AGENS', file), evidence: [wrong] })).status).toBe(201);

  const asserted = { source: { system: 'PROVIDER_API' }, assurance: 'DOCUMENTED' };
  const service = {
    type: 'ServiceDelivered',
    trajectId: 'T-SAGENN',
    kind: 'COACHING',
    validFrom: '2008-10-01',
    ...asserted,
  };
  const fact = await sagenn.post(`/dossiers/${file}/feiten`, { ...service, evidence: [wrong] });
  expect([fact.status, faultOf(fact)]).toMatchObject([400, { pointer: '/evidence/0/sha256' }]);
  const { eventId } = must(
    await sagenn.post<{ eventId: string }>(`/dossiers/${file}/feiten`, {
      ...service,
      evidence: [{ id, kind, sha256 }],
    }),
  );
  const correction = { reason: 'WRONG_DATE', fact: { ...service, evidence: [wrong] } };
  const corrected = await sagenn.post(`/dossiers/${file}/feiten/${eventId}/correcties`, correction);
  expect([corrected.status, faultOf(corrected)]).toMatchObject([400, { pointer: '/fact/evidence/0/sha256' }]);
  const delivery = {
    deliveryId: 'L1',
    system: 'PROVIDER_API',
    rows: [{ dossierRef: file, ...service, evidence: [wrong] }],
  };
  for (const path of ['/leveringen/_controleer', '/leveringen']) {
    const { body } = await sagenn.post<{ rows: readonly object[] }>(path, delivery);
    expect(body.rows).toMatchObject([{ status: 'REFUSED', errors: [{ pointer: '/rows/0/evidence/0/sha256' }] }]);
  }
});

test('of who is erased no document is read or kept any more', async () => {
  const erased = await clientWithJob(running, BSNS[1], ['SAGENN']);
  const kept = await sagenn.post<Proof>(`${shelf(erased)}?kind=CONTRACT`, pdf(), { headers: { 'content-type': PDF } });
  const { id } = must(kept);
  const benefits = await running.as('BENEFITS', { subject: 'benefits-1' });
  const approver = await running.as('APPROVER2', { subject: 'approver2-1' });
  const proposal = { dossierRefs: [erased], ground: 'RETENTION_PASSED' };
  const { listId } = must(await benefits.post<{ listId: string }>('/vernietigingslijsten', proposal));
  const decision = { erased: [erased], refused: [] };
  must(await approver.post(`/vernietigingslijsten/${listId}/besluiten`, decision, { ifMatch: '"r1"' }));
  for (const path of [shelf(erased), `${shelf(erased)}/${id}`])
    expect([path, (await officer.get(path)).status]).toEqual([path, 409]);
  const again = await sagenn.post(`${shelf(erased)}?kind=CONTRACT`, pdf(), { headers: { 'content-type': PDF } });
  expect(again.status).toBe(409);
  const { vault, settings } = running.app.services;
  const whose = { municipality: settings.municipality, personRef: erased };
  expect([vault.documents.documentsOf(whose), vault.documents.bytesOf(whose, id)]).toEqual([[], undefined]);
});
