import { runApp, type RunningApp } from './running-app.js';

let running: RunningApp;
let token: string;
let keys = 0;
beforeAll(async () => {
  running = await runApp();
  ({ token } = await running.as('PROVIDER', { organisation: 'SAGENN' }));
});
afterAll(() => running.stop());

const CLAIM = '{"dossierRef":"aaaaaaaaaaaaa","trajectId":"T"}';
const PROBLEM = 'application/problem+json; charset=utf-8';

async function post(headers: Readonly<Record<string, string | string[]>>) {
  const sent = { authorization: `Bearer ${token}`, 'idempotency-key': `hostile-${(keys += 1)}`, ...headers };
  const answer = await running.app.http.inject({ method: 'POST', url: '/v1/claims', headers: sent, payload: CLAIM });
  return { status: answer.statusCode, type: answer.headers['content-type'] };
}

test.each([
  { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  { 'content-type': 'application/json', 'content-encoding': 'identity, br' },
  { 'content-type': 'application/json; charset=latin1' },
  { 'content-type': 'application/json;Charset="utf-16"' },
])('a body that says it is to be read otherwise is not read: %j', async (headers) => {
  expect(await post(headers)).toEqual({ status: 415, type: PROBLEM });
  expect(await running.recorded()).toBe(0);
});

test.each(['/%761/zegels', '/v%31/zegels', '/v1/%7Aegels'])(
  'the door stands before a route however its path is spelt: %s',
  async (url) => {
    const strict = await runApp({ environment: { REQUESTS_PER_MINUTE: '2' } });
    const statuses = [];
    for (let times = 0; times < 3; times += 1) statuses.push((await strict.app.http.inject(url)).statusCode);
    expect(statuses).toEqual([200, 200, 429]);
    await strict.stop();
  },
);

test('a page of elsewhere gets no session by spelling the path otherwise', async () => {
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' };
  const code = { code: 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA' };
  for (const path of ['/sessie/briefcode', '/%73essie/briefcode', '/sessi%65/briefcode']) {
    const answer = await running.app.http.inject({ method: 'POST', url: path, headers, payload: code });
    expect([path, answer.statusCode]).toEqual([path, 403]);
    expect(answer.headers['set-cookie']).toBeUndefined();
  }
});

test.each([
  ['/claims?state=%00', 'query', '/state'],
  ['/claims?state=%ff', 'query', '/state'],
  ['/claims?state=a%ED%A0%80', 'query', '/state'],
  ['/betaalbatches/a%00b', 'param', '/batchId'],
])('what is no text in a path or query reaches no store: %s', async (url, place, pointer) => {
  const auditor = await running.as('AUDITOR');
  const answer = await auditor.get<{ errors: unknown }>(url);
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ in: place, pointer }] } });
});

test.each(['*', 'W/"r1"', '"r1", "r2"', 'r1', '"r1"x', ''])(
  'who decides names the one version that was seen, and is told how: not If-Match: %s',
  async (ifMatch) => {
    const provider = await running.as('PROVIDER', { organisation: 'SAGENN' });
    const answer = await provider.post('/claims/aaaaaaaaaaaaa.b/intrekkingen', { reason: 'MISTAKE' }, { ifMatch });
    expect(answer).toMatchObject({
      status: 412,
      body: { type: 'urn:uitkomst:probleem:versie-verouderd', detail: expect.stringContaining('precies één ETag') },
    });
  },
);
