import { setTimeout as sleep } from 'node:timers/promises';
import type { IdempotencyTable } from '../idempotency.js';

/** Opens an empty table, or again the one of that name, as the next process would. */
export type OpenKeys = (name?: string) => Promise<IdempotencyTable>;

const request = { organisation: 'WERKPLUS', key: 'k-1', fingerprint: 'f1', nowMs: 1000, keepMs: 500 } as const;
const answer = {
  status: 201,
  restsOn: { stream: 'client-0363-a', revision: 4, leafHash: 'c'.repeat(64) },
  headers: { location: '/v1/claims/a.b' },
  body: '{"é":"\\u0000"}',
} as const;

/** Later than any request takes: whatever ran then was left by a process that died. */
const LATER = 60_000;
/** An engine may write answers a moment behind: they only make the next one quick. */
const WRITTEN_MS = 100;

/** Who asked what under which key, on any engine. */
export function idempotencyContract(open: OpenKeys): void {
  askingContract(open);
  forgettingContract(open);
}

function askingContract(open: OpenKeys): void {
  test('the same request under the same key is running, and then answered the same', async () => {
    const keys = await open();
    expect(await keys.begin(request)).toEqual({ state: 'NEW' });
    expect(await keys.begin(request)).toMatchObject({ state: 'RUNNING' });
    await keys.finish(request, answer);
    expect(await keys.begin(request)).toEqual({ state: 'DONE', answer });
  });

  test('of many who ask the same at once one is new', async () => {
    const keys = await open();
    const begun = await Promise.all(Array.from({ length: 20 }, () => keys.begin(request)));
    expect(begun.filter(({ state }) => state === 'NEW')).toHaveLength(1);
    expect(begun.filter(({ state }) => state === 'RUNNING')).toHaveLength(19);
  });

  test('another request under the same key is told so; another organisation has keys of its own', async () => {
    const keys = await open();
    await keys.begin(request);
    expect(await keys.begin({ ...request, fingerprint: 'other' })).toEqual({ state: 'OTHER_BODY' });
    await keys.finish(request, answer);
    expect(await keys.begin({ ...request, fingerprint: 'other' })).toEqual({ state: 'OTHER_BODY' });
    expect(await keys.begin({ ...request, organisation: 'PASWERK' })).toEqual({ state: 'NEW' });
  });

  test('what a dead process left running may be asked again, what it answered and wrote stays answered', async () => {
    const long = { ...request, keepMs: 10 * LATER };
    const died = await open('died');
    await died.begin({ ...long, key: 'k-2' });
    await died.begin({ ...long, key: 'k-3' });
    await died.finish({ ...long, key: 'k-3' }, answer);
    await sleep(WRITTEN_MS);
    const next = await open('died');
    const later = { ...long, nowMs: request.nowMs + LATER };
    expect(await next.begin({ ...later, key: 'k-2' })).toEqual({ state: 'NEW' });
    expect(await next.begin({ ...later, key: 'k-3' })).toEqual({ state: 'DONE', answer });
  });
}

/** What is answered no longer. */
function forgettingContract(open: OpenKeys): void {
  test('what is given up may be asked again, what was answered is not given up', async () => {
    const keys = await open();
    await keys.begin({ ...request, key: 'k-4' });
    await keys.abandon({ ...request, key: 'k-4' });
    expect(await keys.begin({ ...request, key: 'k-4' })).toEqual({ state: 'NEW' });
    await keys.finish({ ...request, key: 'k-4' }, answer);
    await keys.abandon({ ...request, key: 'k-4' });
    expect((await keys.begin({ ...request, key: 'k-4' })).state).toBe('DONE');
  });

  test('what is forgotten counts as never answered, written or not; what runs goes on', async () => {
    const keys = await open();
    for (const waitMs of [0, WRITTEN_MS]) {
      expect(await keys.begin({ ...request, key: 'k-5' })).toEqual({ state: 'NEW' });
      await keys.finish({ ...request, key: 'k-5' }, answer);
      await sleep(waitMs);
      await keys.forget({ ...request, key: 'k-5' });
    }
    expect(await keys.begin({ ...request, key: 'k-5' })).toEqual({ state: 'NEW' });
    await keys.forget({ ...request, key: 'k-5' });
    expect(await keys.begin({ ...request, key: 'k-5' })).toMatchObject({ state: 'RUNNING' });
  });

  test('a key is forgotten after its term', async () => {
    const keys = await open();
    await keys.begin(request);
    await keys.finish(request, answer);
    expect(await keys.begin({ ...request, nowMs: 1_500 })).toEqual({ state: 'NEW' });
    await keys.finish(request, answer);
    expect(await keys.forgetExpired(1_999)).toBe(0);
    expect(await keys.forgetExpired(3_000)).toBe(1);
  });
}
