import { SqliteIdempotency } from './sqlite-idempotency.js';
import { temporaryFolder } from '../testing/temporary-folder.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const request = { organisation: 'SAGENN', key: 'k-1', fingerprint: 'f'.repeat(64), nowMs: 1_000, keepMs: 500 };
const answer = { status: 201, body: '{"a":1}' };

test('what was answered is written before the table is closed', async () => {
  const keys = new SqliteIdempotency(folder.database('closed.db'));
  await keys.begin(request);
  await keys.finish(request, answer);
  keys.close();
  const next = new SqliteIdempotency(folder.database('closed.db'));
  expect(await next.begin(request)).toEqual({ state: 'DONE', answer });
});
