import { runApp, type RunningApp } from './running-app.js';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
interface Problem {
  readonly errors?: readonly { readonly in: string; readonly pointer: string; readonly code: string }[];
}

const ID = 'aaaaaaaaaaaaa';
const IDS: Readonly<Record<string, string>> = {
  claimId: `${ID}.b`,
  clawbackId: `${ID}.b`,
  objectionId: `${ID}.b`,
  dossierRef: ID,
  eventId: '00000000-0000-7000-8000-000000000000',
  size: '1',
};

/** Routes that take a file. */
const TAKEN: ReadonlyMap<string, string> = new Map([
  ['/bankberichten', 'application/xml'],
  ['/dossiers/{dossierRef}/bewijsstukken', 'application/pdf'],
]);

let running: RunningApp;
beforeAll(async () => {
  running = await runApp();
});
afterAll(() => running.stop());

test('every route names the keys of the query it does not know, and records nothing', async () => {
  const { token } = await running.as('AUDITOR');
  const { paths } = (await running.app.http.inject('/v1/openapi.json')).json<Document>();
  const wrong: unknown[] = [];
  for (const [path, item] of Object.entries(paths))
    for (const method of Object.keys(item)) {
      const url = path.replace(/\{(\w+)\}/g, (_whole, name: string) => IDS[name] ?? 'x');
      const headers = {
        authorization: `Bearer ${token}`,
        'idempotency-key': `q-${method}-${path}`,
        'if-match': '"r1"',
        ...(method === 'post' && { 'content-type': TAKEN.get(path) ?? 'application/json' }),
      };
      const answer = await running.app.http.inject({
        method: method as 'GET' | 'POST',
        url: `/v1${url}?nOpe=1&nOpe=2&as~Of=2009-01-01`,
        headers,
        ...(method === 'post' ? { payload: TAKEN.has(path) ? '<x/>' : '{}' } : {}),
      });
      const pointers = (answer.json<Problem>().errors ?? []).filter((fault) => fault.in === 'query');
      const named = new Set(pointers.map(({ pointer }) => pointer));
      if (answer.statusCode !== 400 || !named.has('/nOpe') || !named.has('/as~0Of'))
        wrong.push([method, path, answer.statusCode, answer.body]);
    }
  expect(wrong).toEqual([]);
  expect(await running.recorded()).toBe(0);
});

test.each([
  '/v1/claims/aaaaaaaaaaaaa.b/beoordelingen',
  '/v1/claims/aaaaaaaaaaaaa.b/vaststellingen',
  '/v1/openapi.json',
  '/health',
])('who names a day of knowledge to %s, which does not look back, is told so and reads nothing', async (url) => {
  const { token } = await running.as('AUDITOR');
  const headers = { authorization: `Bearer ${token}` };
  const asked = { url: `${url}?knownAsOf=2009-01-01`, headers };
  const [answer, head] = [
    await running.app.http.inject(asked),
    await running.app.http.inject({ ...asked, method: 'HEAD' }),
  ];
  const problem = [400, 'application/problem+json; charset=utf-8'];
  for (const { statusCode, headers: told } of [answer, head])
    expect([statusCode, told['content-type']]).toEqual(problem);
  expect(answer.json()).toMatchObject({
    type: 'urn:uitkomst:probleem:ongeldige-invoer',
    errors: [{ in: 'query', pointer: '/knownAsOf', code: 'unrecognized_keys' }],
  });
});

test('a delivery in JSON says beside its rows what a file says in the query, and not in both', async () => {
  const benefits = await running.as('BENEFITS');
  const body = { deliveryId: 'd', system: 'GWS4ALL', rows: [{ type: 'BenefitGranted' }] };
  const answer = await benefits.post<Problem>('/leveringen?completeThrough=2020-01-01', body);
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ in: 'query', pointer: '/completeThrough' }] } });
});

test.each(['1e2', '0x10', ' 1', '1 ', '+1', '-1', '1.0', '0b1', '１', '', '99999999999999999999'])(
  'a number in a query is decimal digits: "%s" is none',
  async (text) => {
    const [auditor, finance] = await Promise.all([running.as('AUDITOR'), running.as('FINANCE')]);
    const number = encodeURIComponent(text);
    for (const url of [
      `/claims?page=${number}`,
      `/werkvoorraad?pageSize=${number}`,
      `/werkvoorraad/stille-trajecten?days=${number}`,
    ])
      expect([url, (await auditor.get(url)).status]).toEqual([url, 400]);
    expect((await finance.get(`/journaalposten?bookingYear=${number}`)).status).toBe(400);
    expect((await auditor.get(`/zegels/${number}`)).status).toBe(text === '' ? 404 : 400);
    expect((await auditor.get(`/zegels/1?fromSize=${number}`)).status).toBe(400);
  },
);

test('decimal digits are a number', async () => {
  const auditor = await running.as('AUDITOR');
  expect((await auditor.get('/claims?page=1&pageSize=100')).status).toBe(200);
});
