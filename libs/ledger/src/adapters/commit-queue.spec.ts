import { CODEC, prepareAll } from '../codec/codec.js';
import type { AppendResult } from '../ledger.js';
import { anEvent } from '../testing/events.js';
import { CommitQueue } from './commit-queue.js';

const CONFLICT: AppendResult = { ok: false, conflict: { actual: 7 } };

/** An engine that takes two batches, and answers each when told to. */
function twoAtOnce() {
  const sent: { readonly size: number; readonly answer: () => void }[] = [];
  const queue = new CommitQueue(
    (batch) =>
      new Promise((resolve) => {
        sent.push({ size: batch.length, answer: () => resolve(batch.map(() => CONFLICT)) });
      }),
    2,
  );
  const ask = (count: number) =>
    Array.from({ length: count }, () => queue.append('client-1', 0, prepareAll(CODEC, 'client-1', [anEvent()])));
  return { queue, ask, sizes: () => sent.map(({ size }) => size), answer: (index: number) => sent[index]?.answer() };
}
/** More turns of the loop than two gatherings take: counted, as a busy machine may give none of them in any given time. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test('where the engine takes two batches, half of all who wait are sent, and the other half before those are answered', async () => {
  const { ask, sizes, answer } = twoAtOnce();
  const asked = ask(16);
  await turns();
  expect(sizes()).toEqual([8, 8]);
  const later = ask(8);
  await turns();
  expect(sizes()).toEqual([8, 8]);
  answer(0);
  await turns();
  expect(sizes()).toEqual([8, 8, 8]);
  answer(1);
  answer(2);
  const all = [...asked, ...later];
  expect(await Promise.all(all)).toEqual(all.map(() => CONFLICT));
});

test('few who come while a batch is on its way go together after it', async () => {
  const { queue, ask, sizes, answer } = twoAtOnce();
  const asked = ask(1);
  await turns();
  asked.push(...ask(3));
  await turns();
  expect(sizes()).toEqual([1]);
  let drained = false;
  const draining = queue.drained().then(() => (drained = true));
  answer(0);
  await turns();
  expect([sizes(), drained]).toEqual([[1, 3], false]);
  answer(1);
  await Promise.all([...asked, draining]);
});
