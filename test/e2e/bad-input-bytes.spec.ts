import { METHODS } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { PRESETS } from '@uitkomst/domain';
import { expectStatus, testBsn } from './municipality.js';
import { runApp, type Answer, type Caller, type RunningApp } from './running-app.js';

interface Problem {
  readonly detail: string;
  readonly errors?: readonly { readonly in: string; readonly pointer: string; readonly code: string }[];
}

let running: RunningApp;
let provider: string;
let benefits: string;
let keys = 0;

beforeAll(async () => {
  running = await runApp();
  provider = (await running.as('PROVIDER', { organisation: 'SAGENN' })).token;
  benefits = (await running.as('BENEFITS')).token;
  await running.app.http.listen(0, '127.0.0.1');
});
afterAll(() => running.stop());

async function send(payload: Buffer | string, type = 'application/json', url = '/v1/claims') {
  const token = url === '/v1/claims' ? provider : benefits;
  const headers = { authorization: `Bearer ${token}`, 'content-type': type, 'idempotency-key': `byte-${(keys += 1)}` };
  const before = await running.recorded();
  const answer = await running.app.http.inject({ method: 'POST', url, headers, payload });
  expect(await running.recorded()).toBe(before);
  return { status: answer.statusCode, body: answer.json<Problem>() };
}

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

test.each([
  ['cut off', '{"bsn":', '', 'invalid_json'],
  ['empty', '', '', 'invalid_json'],
  ['NaN', '{"cents":NaN}', '', 'invalid_json'],
  ['two values', '{}{}', '', 'invalid_json'],
  ['not UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), '', 'invalid_encoding'],
  ['UTF-16', Buffer.from('{}', 'utf16le'), '', 'invalid_json'],
  ['a number too large to hold', '{"cents":1e400}', '/cents', 'not_finite'],
  ['half a character', String.raw`{"jobId":"\ud800"}`, '/jobId', 'invalid_text'],
  ['half a character in a name', String.raw`{"\udc00":1}`, '/\udc00', 'unrecognized_keys'],
  ['an end of text in its middle', String.raw`{"jobId":"a\u0000b"}`, '/jobId', 'invalid_text'],
  ['the prototype of everything', '{"__proto__":{"cents":1}}', '/__proto__', 'unrecognized_keys'],
  ['it deeper', String.raw`{"evidence":[{"\u005f_proto__":1}]}`, '/evidence/0/__proto__', 'unrecognized_keys'],
  ['a hundred thousand lists in each other', `{"jobId":${deep(100_000)}}`, '/jobId', 'too_deep'],
  ['one field twice', '{"cents":1,"jobId":"J","cents":2}', '', 'duplicate_key'],
])('a body with %s is a problem at the exact place, and nothing is recorded', async (_what, body, pointer, code) => {
  const answer = await send(body);
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ in: 'body', pointer, code }] } });
});

test('what looks like a name twice, within a text, is no fault', async () => {
  const answer = await send(String.raw`{"jobId":"\"jobId\":1","cents":1.5}`);
  expect(answer.body.errors?.map(({ code }) => code)).not.toContain('duplicate_key');
});

test('three places that are no JSON anyone can trust are three faults', async () => {
  const answer = await send(String.raw`{"cents":1e999,"__proto__":1,"jobId":"\ud800"}`);
  expect(answer.body.errors?.map(({ pointer }) => pointer)).toEqual(['/cents', '/__proto__', '/jobId']);
});

test('a row of a delivery that has no canonical form is refused with its place', async () => {
  const rows = '{"deliveryId":"d","system":"GWS4ALL","rows":[{"type":"BenefitGranted","x":1e400}]}';
  const answer = await send(rows, 'application/json', '/v1/leveringen');
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/rows/0/x' }] } });
});

const DELIVERY = '/v1/leveringen?deliveryId=d&system=GWS4ALL';
test.each([
  ['not UTF-8', Buffer.from('type;kind\n\xe9;x', 'latin1'), 'invalid_encoding'],
  ['more columns than any fact', `${Array.from({ length: 201 }, (_, at) => `c${at}`).join(';')}\n1`, 'invalid_csv'],
  ['the prototype for a column', 'type;__proto__.x\nBenefitGranted;1', 'invalid_csv'],
])('a file that is %s is no file we read', async (_what, body, code) => {
  expect(await send(body, 'text/csv', DELIVERY)).toMatchObject({ status: 400, body: { errors: [{ code }] } });
});

test('a line of a million delimiters is refused as fast as any other', async () => {
  const started = performance.now();
  const answer = await send(`a\n${'x;'.repeat(1_000_000)}`, 'text/csv', DELIVERY);
  expect(answer).toMatchObject({ status: 202, body: { refused: 1 } });
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('a row about nobody says which field names nobody', async () => {
  const row = 'type;dossierRef;benefitId;kind;validFrom\nBenefitGranted;aaaaaaaaaaaaa;B1;BIJSTAND;01-02-2020';
  const answer = await send(row, 'text/csv', `${DELIVERY}&completeThrough=2020-02-01`);
  expect(answer.body).toMatchObject({ rows: [{ code: 'NOT_FOUND', errors: [{ pointer: '/rows/0/dossierRef' }] }] });
});

/** As an HTTP library would not send it. */
async function raw(head: string): Promise<string> {
  const { port } = running.app.http.getHttpServer().address() as AddressInfo;
  const socket = connect(port, '127.0.0.1').end(`${head}\r\nhost: x\r\nconnection: close\r\n\r\n`);
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

test('of two Authorization headers neither is believed', async () => {
  const twice = `authorization: Bearer ${provider}\r\nauthorization: Bearer ${benefits}`;
  expect(await raw(`GET /v1/claims HTTP/1.1\r\n${twice}`)).toMatch(/^HTTP\/1\.1 401 /);
});

test('an Expect that nobody knows is a problem with all headers', async () => {
  const answer = await raw(`POST /v1/claims?x=1 HTTP/1.1\r\nexpect: banana\r\ncontent-length: 0`);
  expect(answer).toMatch(/^HTTP\/1\.1 417 [^]*api-version: 1\.0\.0[^]*"status":417/);
  expect(answer).not.toContain('x=1');
});

const ALLOWED = ['GET', 'HEAD', 'OPTIONS', 'POST'];

test.each(METHODS.filter((method) => ![...ALLOWED, 'CONNECT'].includes(method)))(
  '%s is refused with what is allowed, whatever stands in the body',
  async (method) => {
    const answer = await raw(`${method} /v1/claims HTTP/1.1\r\ncontent-type: application/xml\r\ncontent-length: 0`);
    expect(answer).toMatch(/^HTTP\/1\.1 405 /);
    expect(answer).toMatch(/allow: GET, HEAD, OPTIONS, POST\r/i);
  },
);

test.each([
  ['/v1/claims/aaaaaaaaaaaaa.b/bezwaren?x=1', 405, 'GET, HEAD, OPTIONS, POST'],
  ['/v1/dossiers/_zoek', 405, 'OPTIONS, POST'],
  ['/v1/openapi.json', 405, 'GET, HEAD, OPTIONS'],
  ['/v1/claims/', 404, undefined],
  ['/v1/claims//bezwaren', 404, undefined],
  ['/v1/nope', 404, undefined],
])('PROPFIND %s is %i', async (path, status, allow) => {
  const answer = await raw(`PROPFIND ${path} HTTP/1.1`);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*"status":${status}`));
  expect(/^allow: (.*)\r$/im.exec(answer)?.[1]).toBe(allow);
});

test('a whole address, as a proxy may send it, is answered as its path alone: counted, and no host goes back', async () => {
  const answer = await raw(`GET http://elders.example/v1/nope?x=1 HTTP/1.1`);
  expect(answer).toMatch(/^HTTP\/1\.1 404 [^]*ratelimit-policy: [^]*"instance":"\/v1\/nope"/);
  expect(answer).not.toContain('elders.example');
});

test('an unknown path or a malformed one is told without its query', async () => {
  const { body } = await running.app.http.inject({ method: 'GET', url: '/v1/nope?bsn=123456782' });
  expect(body).not.toContain('123456782');
  const malformed = await running.app.http.inject({ method: 'GET', url: '/v1/claims/%ff?bsn=123456782' });
  expect(malformed.json<Problem>()).toMatchObject({ status: 400, errors: [{ in: 'param', code: 'invalid_url' }] });
  expect(malformed.body).not.toContain('123456782');
});

const post = async (caller: Caller, url: string, body: object, ifMatch?: string): Promise<Answer<Recorded>> =>
  expectStatus(await caller.post<Recorded>(url, body, ifMatch === undefined ? {} : { ifMatch }), 201);

test('a set that says when it was first recorded, with terms beyond any calendar, is decided on all the same', async () => {
  const [contracts, casemgr, benefit, registry, claimant] = await Promise.all([
    running.as('CONTRACTS'),
    running.as('CASEMGR'),
    running.as('BENEFITS'),
    running.as('REGISTRY'),
    running.as('PROVIDER', { organisation: 'VER' }),
  ]);
  const preset = PRESETS.get('NL-STD@1')?.parameters ?? {};
  const far = Object.entries(preset).map(([name, value]) => [name, /^P\d/.test(String(value)) ? 'P9999Y' : value]);
  const since = { validFrom: '1900-01-01' };
  const source = { system: 'IMPORT', recordedOn: '1900-01-01' };
  const set = { version: 1, parameters: Object.fromEntries(far) as object, text: 'ver', decisionRef: 'R1' };
  await post(contracts, '/normenkaders/VER/versies', { ...set, ...since, source });
  const contract = { contractId: 'K-VER', providerId: 'VER', definitionSetId: 'VER', ...since };
  const made = await post(contracts, '/contracten', contract);
  const tariff = { milestone: 'SUSTAINED', cents: 100, ...since };
  await post(contracts, '/contracten/K-VER/tarieven', tariff, String(made.headers['etag']));

  const fact = { source: { system: 'GWS4ALL' }, assurance: 'AUTHORITATIVE', validFrom: '2020-01-01' };
  const { dossierRef } = (await post(casemgr, '/dossiers', { bsn: testBsn(1), ...fact })).body;
  const facts = `/dossiers/${dossierRef}/feiten`;
  await post(benefit, facts, { type: 'BenefitGranted', benefitId: 'b', kind: 'BIJSTAND', ...fact });
  const traject = { trajectId: 't', providerId: 'VER', contractId: 'K-VER', intakeOn: '2020-01-01' };
  await post(casemgr, facts, { type: 'TrajectAssigned', ...traject, ...fact });
  const job = { jobId: 'j', employerId: 'E', form: 'REGULAR', weeklyHours: 1800 };
  await post(registry, facts, { type: 'PlacementStarted', ...job, ...fact, source: { system: 'UWV_POLIS' } });
  const { claimId } = (await post(claimant, '/claims', { dossierRef, trajectId: 't', jobId: 'j' })).body;
  const stop = { type: 'BenefitStopped', benefitId: 'b', reason: 'WORK_EMPLOYMENT', ...fact, validFrom: '2020-05-01' };
  await post(benefit, facts, stop);
  const officer = await running.as('OFFICER');
  expect(await officer.get(`/claims/${claimId}/uitleg`)).toMatchObject({
    status: 200,
    body: { definition: 'VER@1', untilOn: '2199-12-31' },
  });
});

interface Recorded {
  readonly dossierRef: string;
  readonly claimId: string;
}
