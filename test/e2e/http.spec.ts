import { connect } from 'node:net';
import { Controller, Get, Module } from '@nestjs/common';
import { LedgerUnavailable } from '@uitkomst/ledger';
import { runApp, type RunningApp } from './running-app.js';

@Controller('boom')
class BoomController {
  @Get()
  boom(): never {
    throw new Error('secret');
  }

  @Get('uitval')
  outage(): never {
    throw new LedgerUnavailable('secret');
  }
}
@Module({ controllers: [BoomController] })
class BoomModule {}

interface Told {
  readonly title: string;
  readonly detail: string;
}

interface Wrong {
  readonly errors: readonly { readonly message: string }[];
}

const CLAIM = 'aaaaaaaaaaaaa.b';
const json = { 'content-type': 'application/json' };
let running: RunningApp;
let token: string;

beforeAll(async () => {
  running = await runApp({ imports: [BoomModule] });
  ({ token } = await running.as('PROVIDER', { organisation: 'SAGENN' }));
  await running.app.http.listen(0, '127.0.0.1');
});
afterAll(() => running.stop());

test.each([
  [404, { method: 'GET', url: '/v1/claims/' }],
  [404, { method: 'GET', url: '/nope.json' }],
  [404, { method: 'GET', url: '/v1/nope' }],
  [404, { method: 'GET', url: `/v1/claims/${CLAIM}` }],
  [405, { method: 'DELETE', url: '/v1/claims' }],
  [405, { method: 'POST', url: `/v1/claims/${CLAIM}` }],
  [405, { method: 'PUT', url: '/v1/claims', headers: { 'content-type': 'application/xml' }, payload: '<a/>' }],
  [405, { method: 'PATCH', url: '/v1/claims', headers: { accept: 'text/html', 'content-encoding': 'gzip' } }],
  [406, { method: 'GET', url: '/v1/claims', headers: { accept: 'text/html' } }],
  [415, { method: 'POST', url: '/v1/claims', headers: { 'content-type': 'text/plain' }, payload: 'x' }],
  [415, { method: 'POST', url: '/v1/claims', headers: { 'content-type': 'text/csv' }, payload: 'x' }],
  [415, { method: 'POST', url: '/v1/claims', headers: { 'content-type': 'Text/CSV' }, payload: 'x' }],
  [415, { method: 'POST', url: '/v1/claims', headers: { 'content-type': 'Application/XML' }, payload: 'x' }],
  [406, { method: 'GET', url: '/v1/claims', headers: { accept: 'application/json;q=0' } }],
  [
    415,
    {
      method: 'POST',
      url: '/v1/claims',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'a=b',
    },
  ],
  [413, { method: 'POST', url: '/v1/claims', headers: json, payload: JSON.stringify({ a: 'a'.repeat(2 ** 20) }) }],
  [400, { method: 'POST', url: '/v1/claims', headers: json, payload: '{' }],
  [400, { method: 'POST', url: '/v1/claims', payload: {} }],
  [400, { method: 'GET', url: '/v1/%zz' }],
  [400, { method: 'GET', url: '/v1/claims?nope=1' }],
  [414, { method: 'GET', url: `/v1/claims/${'a'.repeat(300)}` }],
  [
    428,
    {
      method: 'POST',
      url: `/v1/claims/${CLAIM}/intrekkingen`,
      payload: { reason: 'MISTAKE' },
      headers: { 'idempotency-key': 'a' },
    },
  ],
  [
    412,
    {
      method: 'POST',
      url: `/v1/claims/${CLAIM}/intrekkingen`,
      payload: { reason: 'MISTAKE' },
      headers: { 'idempotency-key': 'b', 'if-match': 'W/"x"' },
    },
  ],
  [500, { method: 'GET', url: '/v1/boom' }],
] as const)('%i is a problem with all headers: %j', async (status, request) => {
  const headersSent = { authorization: `Bearer ${token}`, ...('headers' in request ? request.headers : {}) };
  const { statusCode, headers, body } = await running.app.http.inject({ ...request, headers: headersSent });
  expect([statusCode, body]).toEqual([status, expect.any(String)]);
  expect(headers).toMatchObject({
    'content-type': 'application/problem+json; charset=utf-8',
    'api-version': '1.0.0',
    'cache-control': 'no-store',
    'x-frame-options': 'DENY',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  expect(JSON.parse(body)).toMatchObject({
    status,
    type: expect.stringMatching(/^(about:blank|urn:uitkomst:probleem:[a-z-]+)$/) as string,
    title: expect.any(String) as string,
    detail: expect.any(String) as string,
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
  });
  expect(body).not.toContain('secret');
  expect(Boolean(headers['allow'])).toBe(status === 405);
});

test('what a route takes and gives does not matter to who asks which methods there are', async () => {
  const headers = { accept: 'text/html', 'content-type': 'application/xml' };
  const { statusCode, headers: answered } = await running.app.http.inject({
    method: 'OPTIONS',
    url: '/v1/claims',
    headers,
  });
  expect([statusCode, answered['allow']]).toEqual([204, 'GET, HEAD, OPTIONS, POST']);
});

test.each(['/v1/claims/nope', '/v1/%zz', `/v1/claims/${'a'.repeat(300)}`, '/v1/nope'])(
  'the problem of %s names the trace its caller began, and the answer goes back with both of its marks',
  async (url) => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const marks = {
      traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
      'fsc-transaction-id': '0190b1d2-7c3a-7000-8000-0123456789ab',
    };
    const { headers, body } = await running.app.http.inject({
      url,
      headers: { authorization: `Bearer ${token}`, ...marks },
    });
    expect(JSON.parse(body)).toMatchObject({ traceId });
    expect(headers).toMatchObject(marks);
  },
);

test('what a caller sends for a mark of its transaction and is none does not come back', async () => {
  const headers = { traceparent: 'x', 'fsc-transaction-id': 'x' };
  const answer = await running.app.http.inject({ url: '/v1/problemen', headers });
  expect(answer.headers).not.toHaveProperty('traceparent');
  expect(answer.headers).not.toHaveProperty('fsc-transaction-id');
});

test.each([
  [414, { url: `/v1/claims/${'a'.repeat(300)}` }],
  [413, { method: 'POST', url: '/v1/claims', headers: json, payload: JSON.stringify({ a: 'a'.repeat(2 ** 20) }) }],
  [415, { method: 'POST', url: '/v1/claims', headers: { 'content-type': 'text/plain' }, payload: 'x' }],
] as const)('%i is told in Dutch, and in English to who asks for that', async (_status, request) => {
  const told = async (language: string) => {
    const sent = 'headers' in request ? request.headers : {};
    const headers = { authorization: `Bearer ${token}`, 'accept-language': language, ...sent };
    const { title, detail } = JSON.parse((await running.app.http.inject({ ...request, headers })).body) as Told;
    return [title, detail];
  };
  const [dutch, english] = [await told('nl'), await told('en')];
  expect(dutch.join(' ')).toMatch(/(lang|groot|soort)/);
  expect(english.join(' ')).toMatch(/(long|large|type)/);
  expect(dutch.filter((text) => english.includes(text))).toEqual([]);
});

test.each([
  ['query', { url: '/v1/claims?pageSize=0&nope=1' }, ['Minstens 1', 'Onbekend veld']],
  ['path', { url: '/v1/claims/x' }, [expect.stringMatching(/^Niet in de vorm /)]],
  ['body', { method: 'POST', url: '/v1/claims', payload: '{', headers: json }, ['Geen JSON, vanaf teken 1']],
  ['end', { method: 'POST', url: '/v1/claims', payload: { cents: 1 } }, ['Noem dossierRef of bsn, één van beide']],
] as const)(
  'what is wrong in a %s is told in Dutch, and in English to who asks for that',
  async (_where, request, words) => {
    const told = async (language: string) => {
      const sent = { ...('headers' in request ? request.headers : {}), 'idempotency-key': 'words' };
      const headers = { authorization: `Bearer ${token}`, 'accept-language': language, ...sent };
      const { errors } = JSON.parse((await running.app.http.inject({ ...request, headers })).body) as Wrong;
      return errors.map(({ message }) => message);
    };
    const dutch = await told('nl');
    expect(dutch).toEqual(words);
    expect((await told('en')).filter((text) => dutch.includes(text))).toEqual([]);
  },
);

test('when the ledger does not take it, the outcome is to be asked again', async () => {
  const { statusCode, headers, body } = await running.app.http.inject({
    url: '/v1/boom/uitval',
    headers: { authorization: `Bearer ${token}` },
  });
  expect([statusCode, headers['retry-after']]).toEqual([503, '2']);
  expect(JSON.parse(body)).toMatchObject({ type: 'urn:uitkomst:probleem:tijdelijk-niet-beschikbaar' });
  expect(body).not.toContain('secret');
});

test('an oversized header is a problem too', async () => {
  const socket = connect(Number(new URL(await running.app.http.getUrl()).port), '127.0.0.1');
  socket.write(`GET /v1/claims HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  expect(text).toMatch(/^HTTP\/1.1 431[^]*api-version: 1.0.0[^]*"status":431/);
});

test('the document and the kinds of problems are open to all, the document to every origin; the rest is not', async () => {
  const document = await running.app.http.inject('/v1/openapi.json');
  expect([document.statusCode, document.headers['access-control-allow-origin']]).toEqual([200, '*']);
  const problems = await running.app.http.inject('/v1/problemen');
  expect([problems.statusCode, problems.headers['access-control-allow-origin']]).toEqual([200, undefined]);
  expect((await running.app.http.inject('/v1/claims')).statusCode).toBe(401);
});

test('the page of the API needs nothing from elsewhere and has no inline script', async () => {
  const page = await running.app.http.inject('/docs');
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'self'/);
  expect(page.body).not.toMatch(/https?:\/\//);
  expect((await running.app.http.inject('/docs/swagger-ui-bundle.js')).statusCode).toBe(200);
});

test('health tells how far the ledger is and how far behind the read models are', async () => {
  const { body } = await running.app.http.inject('/health');
  expect(JSON.parse(body)).toMatchObject({
    status: 'ok',
    details: { ledger: { status: 'up' }, projections: { status: 'up', lag: 0 } },
  });
});

test('who prefers English is answered in English', async () => {
  const headers = { 'accept-language': 'nl;q=0.5, en-GB' };
  const english = await running.app.http.inject({ url: '/v1/claims', headers });
  expect(english.json()).toMatchObject({ title: 'Not signed in' });
  expect((await running.app.http.inject('/v1/claims')).json()).toMatchObject({ title: 'Niet aangemeld' });
});

test('what HTTP itself forbids is told in English too', async () => {
  const strict = await runApp({ environment: { REQUESTS_PER_MINUTE: '3' } });
  const caller = await strict.as('PROVIDER', { organisation: 'SAGENN' });
  const detailOf = async (method: 'GET' | 'POST' | 'DELETE', url: string, headers: Record<string, string> = {}) => {
    const sent = { 'accept-language': 'en', authorization: `Bearer ${caller.token}`, ...headers };
    return (await strict.app.http.inject({ method, url, headers: sent })).json<{ detail: string }>().detail;
  };
  expect(await detailOf('GET', '/v1/%zz')).toBe('Not percent-encoded UTF-8');
  expect(await detailOf('DELETE', '/v1/claims')).toMatch(/^DELETE is not possible here/);
  expect(await detailOf('GET', '/v1/claims', { accept: 'text/html' })).toBe('Accept text/html is not available');
  expect(await detailOf('POST', '/v1/claims', { 'content-type': 'text/csv' })).toBe('text/csv is not read here');
  expect(await detailOf('GET', '/v1/claims')).toBe('More than 3 requests a minute');
  await strict.stop();
});

test('too many requests: 429 with the time to wait', async () => {
  const strict = await runApp({ environment: { REQUESTS_PER_MINUTE: '2' } });
  await strict.app.http.inject('/v1/claims');
  const second = await strict.app.http.inject('/v1/claims');
  expect(second.headers).toMatchObject({ 'ratelimit-policy': '"default";q=2;w=60', ratelimit: '"default";r=0;t=60' });
  const third = await strict.app.http.inject('/v1/claims');
  expect([third.statusCode, third.headers['retry-after'], third.headers['content-type']]).toEqual([
    429,
    '60',
    'application/problem+json; charset=utf-8',
  ]);
  await strict.stop();
});

test('who brings a token that is none is counted by address like who brings none', async () => {
  const strict = await runApp({ environment: { REQUESTS_PER_MINUTE: '2' } });
  const { token: valid } = await strict.as('PROVIDER', { organisation: 'SAGENN' });
  const statusWith = async (bearer: string): Promise<number> =>
    (await strict.app.http.inject({ url: '/v1/claims', headers: { authorization: `Bearer ${bearer}` } })).statusCode;
  const statuses = [];
  for (const bearer of ['guess-1', 'guess-2', 'guess-3', valid]) statuses.push(await statusWith(bearer));
  expect(statuses).toEqual([401, 401, 429, 200]);
  await strict.stop();
});
