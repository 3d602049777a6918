import { openReadStore } from '@uitkomst/projections';
import { temporaryFolder } from '@uitkomst/projections/testing';
import { join } from 'node:path';
import { ExpiredAnswers } from './expired-answers.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const WEEK_MS = 7 * 24 * 3_600_000;
const ASKED = 2_500; // More than are forgotten at a time.
const request = (number: number) => ({ organisation: 'SAGENN', key: `k-${number}` });

test('answers are let go once their term is over, and not before', async () => {
  const store = await openReadStore(`sqlite:${join(folder.path, 'reads.db')}`);
  const { keys } = store;
  const begin = (number: number, nowMs: number) =>
    keys.begin({ ...request(number), fingerprint: 'a', nowMs, keepMs: WEEK_MS });
  for (let number = 0; number < ASKED; number += 1) {
    await begin(number, number < ASKED - 1 ? 0 : 1_000);
    await keys.finish(request(number), { status: 201, body: '{}' });
  }
  const told: unknown[] = [];
  const timers = { every: () => () => undefined };
  const isKept = async (number: number, askedMs: number): Promise<boolean> => {
    const { state } = await begin(number, askedMs);
    if (state === 'NEW') await keys.abandon(request(number));
    return state === 'DONE';
  };
  const at = (now: number) =>
    new ExpiredAnswers({ keys, clock: { now: () => now }, timers, onError: (error) => told.push(error) });

  const early = at(WEEK_MS - 1);
  early.start();
  await early.stop();
  expect(await isKept(0, 0)).toBe(true);

  const inTime = at(WEEK_MS);
  inTime.start();
  while (await isKept(ASKED - 2, 0)) await new Promise(setImmediate);
  await inTime.stop();
  expect(await isKept(0, 0)).toBe(false);
  expect(await isKept(ASKED - 1, 1_000)).toBe(true);
  expect(told).toEqual([]);
  await store.close();
});
