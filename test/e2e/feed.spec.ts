import { runApp, type Answer, type Caller, type RunningApp } from './running-app.js';

interface Page {
  readonly count: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly results: readonly { readonly leafIndex: number }[];
}

let running: RunningApp;
let auditor: Caller;
let told = 0;
beforeAll(async () => {
  running = await runApp();
  auditor = await running.as('AUDITOR');
  for (let times = 0; times < 5; times += 1) await tell();
});
afterAll(() => running.stop());

/** One more event in the ledger. */
async function tell(): Promise<void> {
  const benefits = await running.as('BENEFITS');
  const completeThrough = `2020-01-${String((told += 1)).padStart(2, '0')}`;
  await benefits.post('/watermerken', { system: 'GWS4ALL', completeThrough });
}

test('a feed goes on where it left off: what is recorded meanwhile shifts nothing', async () => {
  const seen: number[] = [];
  let url: string | null = '/gebeurtenissen?pageSize=2';
  while (url !== null) {
    const { body, headers }: Answer<Page> = await auditor.get<Page>(url);
    expect(body.previous).toBeNull();
    seen.push(...body.results.map(({ leafIndex }) => leafIndex));
    expect(headers['link']).toBe(body.next === null ? undefined : `<${body.next}>; rel="next"`);
    url = body.next?.replace(/^\/v1/, '') ?? null;
    await tell();
  }
  expect(seen).toEqual([4, 3, 2, 1, 0]);
});

test('a feed is read by page too, and each page says where to go on', async () => {
  const { body } = await auditor.get<Page>('/gebeurtenissen?page=2&pageSize=2');
  expect(body).toMatchObject({ previous: '/v1/gebeurtenissen?pageSize=2&page=1' });
  expect(body.next).toMatch(/^\/v1\/gebeurtenissen\?pageSize=2&after=[\w-]+$/);
});

test.each([
  ['after=bmEgMQ&page=1', '/page'],
  ['after=x', '/after'],
  ['after=', '/after'],
  ['after=bmEgMDE', '/after'],
  ['after=bmEgLTE', '/after'],
  ['after=%2e%2e', '/after'],
])('a place that no answer named is a problem at its key: %s', async (query, pointer) => {
  const answer = await auditor.get<object>(`/gebeurtenissen?${query}`);
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ in: 'query', pointer }] } });
});
