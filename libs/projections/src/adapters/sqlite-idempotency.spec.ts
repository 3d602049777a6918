import { setTimeout as sleep } from 'node:timers/promises';
import { SqliteIdempotency } from './sqlite-idempotency.js';
import { temporaryFolder } from '../testing/temporary-folder.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const request = { organisation: 'SAGENN', key: 'k-1', fingerprint: 'f'.repeat(64), nowMs: 1_000, keepMs: 500 };
const answer = {
  status: 201,
  stream: 'client-0392-a',
  revisions: [3, 4],
  headers: { location: '/x' },
  body: '{"a":1}',
} as const;
const table = () => new SqliteIdempotency(folder.database());

test('the same request under the same key is running, and then answered the same', async () => {
  const keys = table();
  expect(await keys.begin(request)).toEqual({ state: 'NEW' });
  expect(await keys.begin(request)).toEqual({ state: 'RUNNING' });
  await keys.finish(request, answer);
  expect(await keys.begin(request)).toEqual({ state: 'DONE', answer });
});

test('another request under the same key is told so; another organisation has keys of its own', async () => {
  const keys = table();
  await keys.begin(request);
  expect(await keys.begin({ ...request, fingerprint: 'other' })).toEqual({ state: 'OTHER_BODY' });
  expect(await keys.begin({ ...request, organisation: 'PASWERK' })).toEqual({ state: 'NEW' });
});

test('what a dead process left running may be asked again, what it answered and wrote stays answered', async () => {
  const died = new SqliteIdempotency(folder.database('died.db'));
  await died.begin({ ...request, key: 'k-2' });
  await died.begin({ ...request, key: 'k-3' });
  await died.finish({ ...request, key: 'k-3' }, answer);
  await sleep(100);
  const next = new SqliteIdempotency(folder.database('died.db'));
  expect(await next.begin({ ...request, key: 'k-2' })).toEqual({ state: 'NEW' });
  expect(await next.begin({ ...request, key: 'k-3' })).toEqual({ state: 'DONE', answer });
});

test('what was answered is written before the table is closed', async () => {
  const keys = new SqliteIdempotency(folder.database('closed.db'));
  await keys.begin(request);
  await keys.finish(request, answer);
  keys.close();
  const next = new SqliteIdempotency(folder.database('closed.db'));
  expect(await next.begin(request)).toEqual({ state: 'DONE', answer });
});

test('what is given up may be asked again, what was answered is not given up', async () => {
  const keys = table();
  await keys.begin({ ...request, key: 'k-4' });
  await keys.abandon({ ...request, key: 'k-4' });
  expect(await keys.begin({ ...request, key: 'k-4' })).toEqual({ state: 'NEW' });
  await keys.finish({ ...request, key: 'k-4' }, answer);
  await keys.abandon({ ...request, key: 'k-4' });
  expect((await keys.begin({ ...request, key: 'k-4' })).state).toBe('DONE');
});

test('a key is forgotten after its term', async () => {
  const keys = table();
  await keys.begin(request);
  await keys.finish(request, answer);
  expect(await keys.begin({ ...request, nowMs: 1_500 })).toEqual({ state: 'NEW' });
  expect(await keys.forgetExpired(3_000)).toBe(1);
});
