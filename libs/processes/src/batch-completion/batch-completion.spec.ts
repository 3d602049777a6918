import {
  batchDecider,
  dayOf,
  type BatchCommand,
  type BatchEvent,
  type BatchState,
  type Recorded,
  type RecordedOf,
} from '@uitkomst/domain';
import { officer } from '@uitkomst/domain/testing';
import { foldStream, transact } from '@uitkomst/ledger';
import { temporaryFolder } from '@uitkomst/projections/testing';
import { randomUUID } from 'node:crypto';
import { C1, PERSON, town, TOWN, type Town } from '../testing/town.js';
import { BatchFinisher } from './batch-finisher.js';
import { completeBatch, type CompleteBatchPorts } from './complete-batch.js';
import { ordersToGive } from './plan.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const today = dayOf('2009-04-02');
const STREAM = `batch-${TOWN}-B1`;
const BATCH = {
  initial: batchDecider.initial,
  evolve: (batch: BatchState, event: Recorded) => batchDecider.evolve(batch, event as RecordedOf<BatchEvent>),
};

interface Ids {
  readonly commandId: string;
  readonly commandHash: string;
}

/** Paswerk's claim approved by officer 1, in a batch that officer 2 prepared and officer 3 released. */
async function releasedBatch() {
  const place = await town(folder.reads());
  await place.registersComplete('2009-04-01');
  await place.tariff(200_000); // Below the threshold of four eyes.
  await place.send({ ...redetermine(), today });
  const { determination } = (await place.file()).claims.get(C1) ?? {};
  const seen = { determinationId: determination?.id ?? '', decisionHash: determination?.payload.decisionHash ?? '' };
  const approved = await place.ask({ type: 'Approve', claimId: C1, ...seen }, officer(1), '2009-04-02');
  expect(approved.ok).toBe(true);
  const onBatch = (
    command: BatchCommand,
    actor = officer(2),
    ids: Ids = { commandId: randomUUID(), commandHash: '0'.repeat(64) },
  ) =>
    transact({
      ledger: place.ledger,
      stream: STREAM,
      fold: BATCH,
      decide: (batch: BatchState) => batchDecider.decide(batch, command, { actor, today }),
      command: { actor, ...ids },
    });
  const line = { claimId: C1, state: 'APPROVED' as const, toPayCents: 200_000, ...seen };
  expect((await onBatch({ type: 'PrepareBatch', batchId: 'B1', lines: [line] })).ok).toBe(true);
  expect((await onBatch({ type: 'ReleaseBatch', batchId: 'B1' }, officer(3))).ok).toBe(true);
  const ports: CompleteBatchPorts = {
    sendToFile: place.send,
    sendToBatch: ({ command, actor, ...ids }) => onBatch(command, actor, ids),
    today: () => today,
  };
  const batch = async (): Promise<BatchState> =>
    (await foldStream({ ledger: place.ledger, stream: STREAM, fold: BATCH })).state;
  return { place, ports, batch };
}

const redetermine = () => ({
  municipality: TOWN,
  personRef: PERSON,
  command: { type: 'Redetermine' as const },
  actor: { id: 'system', role: 'SYSTEM' as const, orgId: 'uitkomst' },
  commandId: randomUUID(),
  commandHash: '0'.repeat(64),
});
const orders = async (place: Town) => (await place.file()).payments.map(({ cents, order }) => [cents, order?.payer]);

test('every line of a released batch is ordered once, on behalf of who released, however often it is finished', async () => {
  const { place, ports, batch } = await releasedBatch();
  expect(await completeBatch(TOWN, await batch(), ports)).toEqual([{ claimId: C1 }]);
  expect(await completeBatch(TOWN, await batch(), ports)).toEqual([{ claimId: C1 }]);
  expect(await orders(place)).toEqual([[200_000, officer(3).id]]);
  expect((await batch()).lines.map(({ state }) => state)).toEqual(['OPEN']);
});

test('a line whose decision moved on falls out with the reason, also when the crash came in between', async () => {
  const { place, ports, batch } = await releasedBatch();
  await place.tariff(150_000);
  const crashing: CompleteBatchPorts = { ...ports, sendToBatch: () => Promise.reject(new Error('killed')) };
  await expect(completeBatch(TOWN, await batch(), crashing)).rejects.toThrow('killed');
  // The refusal recorded the new determination: hearing the command again must not pass for an order.
  expect(await completeBatch(TOWN, await batch(), ports)).toEqual([{ claimId: C1, dropped: 'DECISION_STALE' }]);
  expect(await orders(place)).toEqual([]);
  expect((await batch()).lines.map(({ state, code }) => [state, code])).toEqual([['DROPPED', 'DECISION_STALE']]);
});

test('nothing is ordered of a batch that was not released, nor for a line held or fallen out', async () => {
  const { batch } = await releasedBatch();
  const released = await batch();
  expect(ordersToGive(released)).toHaveLength(1);
  expect(ordersToGive({ ...released, status: 'PREPARED' })).toEqual([]);
  const lines = released.lines.map((line) => ({ ...line, state: 'HELD' as const }));
  expect(ordersToGive({ ...released, lines })).toEqual([]);
});

test('what a crash left is finished at the next start', async () => {
  const { place, ports, batch } = await releasedBatch();
  const errors: unknown[] = [];
  let outages = 1;
  const released = async () => {
    if (outages-- > 0) throw new Error('the read store is not there yet');
    return [{ municipality: TOWN, batch: await batch() }];
  };
  const finisher = new BatchFinisher({
    ...ports,
    released,
    timers: { every: () => () => undefined },
    onError: (error) => errors.push(error),
  });
  await finisher.runOnce();
  expect(errors).toHaveLength(1);
  await finisher.runOnce();
  await finisher.runOnce();
  expect(await orders(place)).toEqual([[200_000, officer(3).id]]);
});
