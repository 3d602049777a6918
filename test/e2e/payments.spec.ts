import { anEvent } from '@uitkomst/ledger/testing';
import { createHash } from 'node:crypto';
import { readBack } from './read-back.js';
import { runApp, type Answer, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, watermarks, type ClaimBody } from './story.js';

const clock = storyClock('2004-01-05');
let running: RunningApp;
let officer: Caller;
let payer: Caller;
let finance: Caller;
let provider: Caller;
const claimIds: string[] = [];
let batchId: string;

interface BatchBody {
  readonly batchId: string;
  readonly status: string;
  readonly lines: readonly { readonly state: string; readonly code?: string; readonly endToEndId: string }[];
}
interface ReportBody {
  readonly counts: Readonly<Record<string, number>>;
  readonly lines: readonly { readonly status: string; readonly claimId?: string }[];
}

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN', 'AGENS']);
  officer = await running.as('OFFICER', { subject: 'officer-1' });
  payer = await running.as('OFFICER', { subject: 'officer-3' });
  finance = await running.as('FINANCE', { subject: 'finance-2' });
  provider = await running.as('PROVIDER', { organisation: 'SAGENN' });
  clock.moveTo('2008-10-10');
  const files = [];
  for (const bsn of BSNS.slice(0, 3)) files.push(await clientWithJob(running, bsn, ['SAGENN']));
  clock.moveTo('2009-04-10');
  await watermarks(running, '2009-04-09');
  for (const file of files) claimIds.push(await approvedClaim(file));
});
afterAll(() => running.stop());

const etag = ({ headers }: Pick<Answer, 'headers'>): string => String(headers['etag']);
const stateOf = async (claimId = ''): Promise<string> =>
  (await officer.get<ClaimBody>(`/claims/${claimId}`)).body.state;
const statesOf = (): Promise<string[]> => Promise.all(claimIds.map(stateOf));
const url = (): string => `/betaalbatches/${batchId}`;
const batch = (): Promise<Answer<BatchBody>> => officer.get<BatchBody>(url());
const nameOf = (claimId = '', attempt = '01'): string => `${claimId.replace('.', '')}${attempt}`;

/** Claimed by Sagenn, approved by an officer and a second approver. */
async function approvedClaim(file: string): Promise<string> {
  const { claimId } = must(
    await provider.post<ClaimBody>('/claims', {
      ...claimFor('SAGENN', file),
      providerReference: `F-${claimIds.length}`,
    }),
  );
  const second = await running.as('APPROVER2', { subject: 'approver-1' });
  for (const who of [officer, second]) {
    const claim = await who.get<ClaimBody>(`/claims/${claimId}`);
    const { determinationId, decisionHash } = claim.body;
    const seen = { decision: 'APPROVE', determinationId, decisionHash };
    must(await who.post(`/claims/${claimId}/beoordelingen`, seen, { ifMatch: etag(claim) }));
  }
  return claimId;
}

async function raw(caller: Caller, path: string, accept = 'application/xml') {
  const answer = await running.app.http.inject({
    method: 'GET',
    url: `/v1${path}`,
    headers: { authorization: `Bearer ${caller.token}`, accept },
  });
  return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers };
}

/** Events about money: seals and sweeps come when they come. */
async function moneyEvents(): Promise<number> {
  let count = 0;
  for await (const _ of running.app.services.ledger.readAll({ prefixes: ['client-', 'batch-', 'budget-'] })) count += 1;
  return count;
}

const alarms = async (): Promise<unknown[]> =>
  must(await finance.get<{ results: { alarm: unknown }[] }>('/betaalbatches'), 200).results.map(({ alarm }) => alarm);

/** The alarms on the claim's row of the officers' desk. */
async function onDesk(claimId: string | undefined): Promise<unknown> {
  const { ledger, projecting } = running.app.services;
  await projecting.waitUntil(await ledger.head(), 60_000);
  const { body } = await officer.get<{ results: { claimId: string; alarms: unknown }[] }>('/werkvoorraad?pageSize=100');
  return body.results.find((row) => row.claimId === claimId)?.alarms;
}

interface Kept {
  readonly sha256: string;
}

let keys = 0;
/** The bank's message as a file of its own content type. */
async function told(
  xml: string | Buffer,
  caller = finance,
  contentType = 'application/xml',
): Promise<Answer<ReportBody>> {
  const answer = await running.app.http.inject({
    method: 'POST',
    url: '/v1/bankberichten',
    headers: {
      authorization: `Bearer ${caller.token}`,
      'content-type': contentType,
      'idempotency-key': `bank-${(keys += 1)}`,
    },
    payload: xml,
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}

const report = (...payments: readonly (readonly [endToEndId: string, status: string])[]): string =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>S</MsgId><CreDtTm>2009-04-14T07:00:00Z</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>${batchId}</OrgnlMsgId></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>${payments
    .map(
      ([endToEndId, status]) =>
        `<TxInfAndSts><OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId><TxSts>${status}</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts>`,
    )
    .join('')}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;

/** In which batch each approved claim stands, so that a screen offers none of them twice. */
const batchesOnDesk = async (): Promise<unknown[]> => {
  const { ledger, projecting } = running.app.services;
  await projecting.waitUntil(await ledger.head(), 120_000);
  const desk = await officer.get<{ results: { inBatch: unknown }[] }>('/werkvoorraad?state=APPROVED');
  return must(desk, 200).results.map(({ inBatch }) => inBatch);
};

test('a line is held before the release, and the rest is ordered', async () => {
  const preparer = await running.as('OFFICER', { subject: 'officer-2' });
  expect(await batchesOnDesk()).toEqual([null, null, null]);
  const prepared = await preparer.post<BatchBody>('/betaalbatches', { claimIds });
  ({ batchId } = must(prepared));
  expect(await batchesOnDesk()).toEqual([batchId, batchId, batchId]);
  const line = `${url()}/regels/${claimIds[2]}`;
  const held = await preparer.post<BatchBody>(
    `${line}/aanhoudingen`,
    { reason: 'ASK_PROVIDER' },
    { ifMatch: etag(prepared) },
  );
  expect(await readBack(finance, held)).toMatchObject({ type: 'BatchLineHeld', fields: { claimId: claimIds[2] } });
  expect((await provider.get(`${line}/aanhoudingen`)).status).toBe(403);
  expect((await officer.get(`${url()}/regels/${claimIds[0]}/aanhoudingen`)).body).toMatchObject({ count: 0 });
  expect(must(held).lines.map(({ state }) => state)).toEqual(['OPEN', 'OPEN', 'HELD']);
  expect(must(held)).toMatchObject({ controlSumCents: 600_000 });
  expect((await finance.get(url())).body).toMatchObject({ controlSumCents: 600_000 });
  const { ledger, projecting } = running.app.services;
  await projecting.waitUntil(await ledger.head(), 60_000);
  expect(must(await finance.get<{ results: unknown[] }>('/betaalbatches'), 200).results).toMatchObject([
    { batchId, lines: 2, controlSumCents: 600_000 },
  ]);
  expect((await finance.post(`${line}/vrijgaven`, {}, { ifMatch: etag(held) })).status).toBe(403);
  const released = await payer.post(`${url()}/vrijgaven`, {}, { ifMatch: etag(held) });
  expect(await readBack(payer, released)).toMatchObject({ type: 'BatchReleased', actor: 'officer-3' });
  expect(await statesOf()).toEqual(['PAYMENT_ORDERED', 'PAYMENT_ORDERED', 'APPROVED']);
});

test('the payment file is made once, of what holds, and is the same bytes whenever it is asked for', async () => {
  expect((await raw(finance, `${url()}/betaalbestand`)).status).toBe(404);
  const made = must(
    await finance.post<{ sha256: string; lines: number; controlSumCents: number }>(`${url()}/betaalbestand`, {}),
  );
  expect(made).toMatchObject({ lines: 2, controlSumCents: 600_000 });
  const first = await raw(finance, `${url()}/betaalbestand`);
  expect(createHash('sha256').update(first.bytes).digest('hex')).toBe(made.sha256);
  expect(first.bytes.toString('utf8')).toContain(`<EndToEndId>${nameOf(claimIds[0])}</EndToEndId>`);
  await running.restart();
  [officer, payer, finance, provider] = await Promise.all([
    running.as('OFFICER', { subject: 'officer-1' }),
    running.as('OFFICER', { subject: 'officer-3' }),
    running.as('FINANCE', { subject: 'finance-2' }),
    running.as('PROVIDER', { organisation: 'SAGENN' }),
  ]);
  expect(must(await finance.post(`${url()}/betaalbestand`, {}))).toEqual(made);
  expect((await raw(officer, `${url()}/betaalbestand`)).bytes.equals(first.bytes)).toBe(true);
  for (const [role, status] of [
    ['AUDITOR', 200],
    ['APPROVER2', 403], // Reads batches, but need not know the accounts.
  ] as const)
    expect((await raw(await running.as(role), `${url()}/betaalbestand`)).status).toBe(status);
  expect((await raw(provider, `${url()}/betaalbestand`)).status).toBe(403);
  const { body } = await batch();
  expect(body.lines.map(({ state, code }) => [state, code])).toEqual([
    ['ORDERED', undefined],
    ['ORDERED', undefined],
    ['DROPPED', 'LINE_HELD'],
  ]);
  const ifMatch = etag(await batch());
  const cancelled = await officer.post(`${url()}/annuleringen`, { reason: 'MISTAKE' }, { ifMatch });
  expect(cancelled).toMatchObject({ status: 409, body: { code: 'BATCH_ALREADY_EXPORTED' } });
});

test('a batch that cannot be made says of each of its claims what is wrong with it', async () => {
  const [ordered, , free] = claimIds;
  const preparer = await running.as('OFFICER', { subject: 'officer-2' });
  const refusedFor = async (ids: unknown) => {
    const { status, body } = await preparer.post('/betaalbatches', { claimIds: ids });
    const errors = body['errors'] as { pointer: string; code: string }[];
    return [status, body['type'], errors.map(({ pointer, code }) => [pointer, code])];
  };
  const unknown = 'aaaaaaaaaaaaa.b';
  expect(await refusedFor([free, ordered, unknown])).toEqual([
    409,
    'urn:uitkomst:probleem:betaling-al-opgedragen',
    [
      ['/claimIds/1', 'PAYMENT_ALREADY_ORDERED'],
      ['/claimIds/2', 'NOT_FOUND'],
    ],
  ]);
  expect(await refusedFor([free, unknown])).toEqual([
    400,
    'urn:uitkomst:probleem:onbekende-verwijzing',
    [['/claimIds/1', 'NOT_FOUND']],
  ]);
  expect(await refusedFor([free, free])).toEqual([
    400,
    'urn:uitkomst:probleem:ongeldige-invoer',
    [['/claimIds/1', 'custom']],
  ]);
});

test('a bank that says nothing for days raises an alarm', async () => {
  const own = must(await provider.get<{ results: unknown[] }>('/betaalspecificaties'), 200).results;
  expect(own).toMatchObject([{ lines: 2, totalCents: 600_000, paidCents: 0 }]);
  expect(await alarms()).toEqual([null]);
  expect(await onDesk(claimIds[0])).toEqual([]);
  clock.moveTo('2009-04-16');
  expect(await alarms()).toEqual(['NO_BANK_ANSWER']);
  expect(await onDesk(claimIds[0])).toEqual(['NO_BANK_ANSWER']);
  expect(await onDesk(claimIds[2])).toEqual([]);
});

test.each([
  ['cut off', (xml: string) => xml.slice(0, -30), 'NOT_WELL_FORMED'],
  ['in a wrong namespace', (xml: string) => xml.replace('iso:std', 'evil:std'), 'NOT_A_BANK_MESSAGE'],
  ['with a bomb of entities', (xml: string) => `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(99)}">]>${xml}`, 'DOCTYPE'],
  ['without its parts', (xml: string) => xml.replaceAll('GrpHdr', 'Header'), 'WRONG_SHAPE'],
])('a bank file %s is refused as a whole, and nothing is booked', async (_how, spoil, code) => {
  const before = await moneyEvents();
  const answer = await told(spoil(report([nameOf(claimIds[0]), 'ACSC'])));
  const message = expect.stringMatching(/^[A-Z][a-z]+ [^_]+$/) as string;
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ code, message }] } });
  expect(await moneyEvents()).toBe(before);
});

test('only finance tells of the bank, only as XML, and of at most 50 MB', async () => {
  const xml = report([nameOf(claimIds[0]), 'ACSC']);
  expect((await told(xml, officer)).status).toBe(403);
  expect((await told(JSON.stringify({ xml }), finance, 'application/json')).status).toBe(415);
  expect((await told(xml, finance, 'text/plain')).status).toBe(415);
  expect((await told(Buffer.alloc(50 * 1_048_576 + 1, 32))).status).toBe(413);
  const elsewhere = await running.app.http.inject({
    method: 'POST',
    url: '/v1/claims',
    headers: { authorization: `Bearer ${provider.token}`, 'content-type': 'application/xml', 'idempotency-key': 'x' },
    payload: xml,
  });
  expect(elsewhere.statusCode).toBe(415);
});

test('the bank’s report pays one claim and reopens exactly the other; told again it changes nothing', async () => {
  const xml = report([nameOf(claimIds[0]), 'ACSC'], [nameOf(claimIds[1]), 'RJCT'], ['SALARIS', 'ACSC']);
  const { status, body } = await told(xml);
  expect([status, body.counts]).toEqual([202, { SETTLED: 1, REJECTED: 1, UNKNOWN: 1 }]);
  expect(await statesOf()).toEqual(['PAID', 'APPROVED', 'APPROVED']);
  const head = await moneyEvents();
  expect((await told(xml)).body.counts).toEqual({ DUPLICATE: 2, UNKNOWN: 1 });
  const [first] = must(await finance.get<{ results: Kept[] }>('/bankberichten'), 200).results;
  expect(first).toMatchObject({ messageId: 'S', toldBy: 'finance-2', counts: { SETTLED: 1, REJECTED: 1, UNKNOWN: 1 } });
  const kept = await finance.get<ReportBody>(`/bankberichten/${first?.sha256}`);
  expect(kept.body).toEqual(body);
  expect((await finance.get(`/bankberichten/${'0'.repeat(64)}`)).status).toBe(404);
  for (const role of ['PROVIDER', 'CASEMGR', 'CONTRACTS'] as const)
    expect((await (await running.as(role)).get('/bankberichten')).status).toBe(403);
  expect(await moneyEvents()).toBe(head);
});

test('what the bank refused is not told to be paid', async () => {
  const own = must(await provider.get<{ results: unknown[] }>('/betaalspecificaties'), 200).results;
  expect(own).toMatchObject([{ lines: 1, totalCents: 300_000, paidCents: 300_000 }]);
  expect(must(await provider.get(`${url()}/specificaties/SAGENN`), 200)).toMatchObject({
    totalCents: 300_000,
    paidCents: 300_000,
    lines: [{ claimId: claimIds[0], state: 'SETTLED' }],
  });
});

test('a booking of the rejected order is for a person: until it is resolved the claim is not paid again', async () => {
  expect((await told(report([nameOf(claimIds[1]), 'ACSC']))).body.lines).toMatchObject([
    { status: 'MISMATCH', reason: 'NOT_OUTSTANDING', claimId: claimIds[1] },
  ]);
  expect(await onDesk(claimIds[1])).toEqual(['LINE_MISMATCH']);
  const again = await officer.post('/betaalbatches', { claimIds: [claimIds[1]] });
  expect(again).toMatchObject({ status: 409, body: { code: 'LINE_MISMATCH' } });
  const path = `/claims/${claimIds[1]}/betaalafwijkingen`;
  const seen = await finance.get<{ results: { eventId: string }[] }>(path);
  const [mismatch] = must(seen, 200).results;
  expect(must(await finance.get('/betaalafwijkingen'), 200)).toEqual({
    results: [{ ...mismatch, claimId: claimIds[1], providerId: 'SAGENN', etag: etag(seen) }],
  });
  const answer = { mismatchEventId: mismatch?.eventId, result: 'SETTLED' };
  expect((await finance.post(path, answer, { ifMatch: '"r1"' })).status).toBe(412);
  expect((await officer.post(path, answer, { ifMatch: etag(seen) })).status).toBe(403);
  expect(must(await finance.post(path, answer, { ifMatch: etag(seen) }))).toEqual({ results: [] });
  expect(must(await finance.get('/betaalafwijkingen'), 200)).toEqual({ results: [] });
  expect(await stateOf(claimIds[1])).toBe('PAID');
  expect((await batch()).body.lines.map(({ state }) => state)).toEqual(['SETTLED', 'SETTLED', 'DROPPED']);
});

test('a provider reads what it is paid in a batch, by its own reference; another provider reads nothing', async () => {
  const path = `${url()}/specificaties/SAGENN`;
  const { status, bytes } = await raw(provider, path, 'text/csv');
  expect(status).toBe(200);
  expect(bytes.toString('utf8').split('\n')).toEqual([
    '\uFEFFclaimId;providerReference;endToEndId;cents;vatCents;offsetCents;clawbackIds;netCents',
    `${claimIds[0]};F-0;${nameOf(claimIds[0])};300000;0;0;;300000`,
    `${claimIds[1]};F-1;${nameOf(claimIds[1])};300000;0;0;;300000`,
    '',
  ]);
  expect(must(await finance.get<{ totalCents: number }>(path), 200).totalCents).toBe(600_000);
  const other = await running.as('PROVIDER', { organisation: 'AGENS' });
  expect((await other.get(path)).status).toBe(404);
  expect((await other.get(path.replace('SAGENN', 'AGENS'))).status).toBe(404);
  expect((await (await running.as('CASEMGR')).get(path)).status).toBe(403);
});

test('the journal of a year adds up to the cent with what the claims say', async () => {
  interface Line {
    readonly kind: string;
    readonly claimId: string;
    readonly cents: number;
  }
  const { results } = must(await finance.get<{ results: readonly Line[] }>('/journaalposten?bookingYear=2009'), 200);
  const sum = (kinds: readonly string[], claimId: string | undefined): number =>
    results.reduce((total, one) => total + (kinds.includes(one.kind) && one.claimId === claimId ? one.cents : 0), 0);
  for (const claimId of claimIds) {
    const [personRef = ''] = claimId.split('.');
    const { state: file } = await running.app.services.clientFiles.read('0000', personRef);
    const net = file.payments.reduce((total, { paidCents }) => total + paidCents, 0);
    expect([claimId, sum(['PAID', 'RETURNED', 'RECOVERED'], claimId)]).toEqual([claimId, net]);
    expect([claimId, sum(['ORDERED'], claimId) - sum(['PAID'], claimId)]).toEqual([claimId, 0]);
  }
  const { bytes, headers } = await raw(finance, '/journaalposten?bookingYear=2009', 'text/csv');
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(bytes.toString('utf8').trimEnd().split('\n')).toHaveLength(results.length + 1);
  expect(must(await finance.get<{ results: unknown[] }>('/journaalposten?bookingYear=2010'), 200).results).toEqual([]);
  expect((await finance.get('/journaalposten')).status).toBe(400);
  expect((await provider.get('/journaalposten?bookingYear=2009')).status).toBe(403);
});

test('what a provider owes of one claim is set off against another, once, and something is left to pay', async () => {
  const [owing = '', , paid = ''] = claimIds;
  const [personRef = ''] = owing.split('.');
  const benefits = await running.as('BENEFITS');
  const relapse = { type: 'BenefitGranted', benefitId: 'B2', kind: 'BIJSTAND', validFrom: '2009-01-05' };
  const origin = { source: { system: 'GWS4ALL' }, assurance: 'AUTHORITATIVE' };
  must(await benefits.post(`/dossiers/${personRef}/feiten`, { ...relapse, ...origin }));
  const { ledger, clientFiles } = running.app.services;
  const { state: file, revision } = await clientFiles.read('0000', personRef);
  const { clawbackId = '' } = file.clawbacks[0] ?? {};
  const decided = { claimId: owing, clawbackId, cents: 300_000, decidedOn: '2009-04-16', grounds: 'RELAPSE' };
  const appended = await ledger.append(`client-0000-${personRef}`, revision, [
    anEvent({ type: 'ClawbackDecided', payload: decided }),
  ]);
  expect(appended.ok).toBe(true);
  const prepared = await officer.post<BatchBody>('/betaalbatches', { claimIds: [paid] });
  ({ batchId } = must(prepared));
  const offset = `${url()}/regels/${paid}/verrekeningen`;
  const ifMatch = etag(prepared);
  const all = await officer.post(offset, { clawbackId, cents: 300_000 }, { ifMatch });
  expect(all).toMatchObject({ status: 409, body: { code: 'AMOUNT_ABOVE_OUTSTANDING' } });
  const unknown = await officer.post(offset, { clawbackId: `${personRef}.zz`, cents: 1 }, { ifMatch });
  expect(unknown).toMatchObject({ status: 400, body: { code: 'UNKNOWN_REFERENCE' } });
  const done = await officer.post(offset, { clawbackId, cents: 50_000 }, { ifMatch });
  expect(await readBack(officer, done)).toMatchObject({ type: 'BatchLineOffset', fields: { clawbackId } });
  expect(must(done)).toMatchObject({
    controlSumCents: 250_000,
    lines: [{ cents: 300_000, netCents: 250_000, offsets: [{ clawbackId, cents: 50_000 }] }],
  });
  must(await payer.post(`${url()}/vrijgaven`, {}, { ifMatch: etag(done) }));
  must(await finance.post(`${url()}/betaalbestand`, {}));
  expect((await told250(paid)).body.counts).toEqual({ SETTLED: 1 });
  expect(await stateOf(paid)).toBe('PAID');
  const { state: after } = await clientFiles.read('0000', personRef);
  expect(after.clawbacks[0]).toMatchObject({ recoveredCents: 50_000 });

  // Set off is what the bank carried out: another batch or another sum is nobody's to say; the same once more is the same.
  const settle = async (more: { batchId: string; cents: number }): Promise<Answer<{ recoveredCents: number }>> => {
    const seen = await finance.get(`/terugvorderingen/${clawbackId}`);
    const body = { method: 'OFFSET', settledOn: '2009-04-16', ...more };
    return finance.post(`/terugvorderingen/${clawbackId}/afwikkelingen`, body, { ifMatch: etag(seen) });
  };
  for (const wrong of [
    { batchId: 'none', cents: 50_000 },
    { batchId, cents: 50_001 },
  ])
    expect(await settle(wrong)).toMatchObject({
      status: 400,
      body: {
        code: 'UNKNOWN_REFERENCE',
        errors: [{ pointer: '/batchId', message: expect.stringContaining('precies dit bedrag niet') as string }],
      },
    });
  expect(must(await settle({ batchId, cents: 50_000 }))).toMatchObject({ recoveredCents: 50_000 });
});

/** The bank books what was left to pay. */
const told250 = (claimId: string): Promise<Answer<ReportBody>> =>
  told(
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>S2</MsgId><CreDtTm>2009-04-16T20:00:00Z</CreDtTm></GrpHdr><Stmt><Id>S2</Id><Ntry><Amt Ccy="EUR">2500.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><ValDt><Dt>2009-04-16</Dt></ValDt><NtryDtls><TxDtls><Refs><EndToEndId>${nameOf(claimId)}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`,
  );
