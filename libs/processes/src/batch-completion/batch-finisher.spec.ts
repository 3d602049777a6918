import { officer } from '@uitkomst/domain/testing';
import { approvedClaim, PayOffice } from '../testing/pay-office.js';
import { openOffice, temporaryBankVault } from '../testing/open-office.js';
import { TOWN } from '../testing/town.js';
import { BatchFinisher, type BatchFinisherOptions } from './batch-finisher.js';
import { named } from './carry-line.js';

const { vault, remove } = temporaryBankVault();
afterAll(remove);

/** A batch for each of these clients, prepared by officer 2. */
async function preparedBatches(clients: readonly string[]) {
  const { office } = await openOffice(vault);
  for (const client of clients) await approvedClaim(office, client);
  for (const client of clients) await office.prepare(`B-${client}`, [client]);
  const toFinish = async () =>
    Promise.all(
      clients.map(async (client) => ({
        municipality: TOWN,
        batch: await office.ports.readBatch(TOWN, `B-${client}`),
      })),
    );
  return { office, toFinish };
}

/** Released by a process that was killed before the first order. */
const releaseAlone = async ({ ports }: PayOffice, batchId: string): Promise<unknown> =>
  ports.sendToBatch({
    municipality: TOWN,
    command: { type: 'ReleaseBatch', batchId },
    actor: officer(3),
    ...named('release alone', batchId),
  });
const stateOf = async (office: PayOffice, client: string) => (await office.claim(client)).standing.state;

const errors: unknown[] = [];
beforeEach(() => errors.splice(0));
const finisherOf = (
  { ports }: PayOffice,
  options: Pick<BatchFinisherOptions, 'toFinish'> & Partial<BatchFinisherOptions>,
): BatchFinisher =>
  new BatchFinisher({
    ...ports,
    cancelStale: () => Promise.resolve(),
    timers: { every: () => () => undefined },
    onError: (error) => errors.push(error),
    ...options,
  });

test('what nobody released is not paid, and what was released since is carried through', async () => {
  const { office, toFinish } = await preparedBatches(['b', 'c']);
  await releaseAlone(office, 'B-c');
  const finisher = finisherOf(office, { toFinish });
  await finisher.runOnce();
  expect(await stateOf(office, 'b')).toBe('APPROVED');
  await releaseAlone(office, 'B-b');
  await finisher.runOnce();
  expect([await stateOf(office, 'b'), errors]).toEqual(['PAYMENT_ORDERED', []]);
});

test('a batch that fails is tried again the next time, and holds up no other', async () => {
  const { office, toFinish } = await preparedBatches(['b', 'c']);
  for (const client of ['b', 'c']) await releaseAlone(office, `B-${client}`);
  let outages = 1;
  const finisher = finisherOf(office, {
    toFinish,
    sendToFile: async (task) => {
      if (outages-- > 0) throw new Error('unreachable');
      return office.ports.sendToFile(task);
    },
  });
  await finisher.runOnce();
  expect([await stateOf(office, 'b'), await stateOf(office, 'c')]).toEqual(['APPROVED', 'PAYMENT_ORDERED']);
  expect(errors).toEqual([new Error('unreachable')]);
  await finisher.runOnce();
  expect(await stateOf(office, 'b')).toBe('PAYMENT_ORDERED');
});

test('a batch carried through is not read again until it changes', async () => {
  const { office, toFinish } = await preparedBatches(['b']);
  let reads = 0;
  const finisher = finisherOf(office, {
    toFinish,
    readBatch: async (municipality, batchId) => {
      reads += 1;
      return office.ports.readBatch(municipality, batchId);
    },
  });
  await finisher.runOnce();
  const once = reads;
  await finisher.runOnce();
  expect([once, reads]).toEqual([1, 1]);
});

const turn = (): Promise<void> => new Promise(setImmediate);

test('it looks at once and on every tick, one round at a time, and stops when its round is over', async () => {
  const { office } = await preparedBatches([]);
  const ticks: (() => void)[] = [];
  const rounds: (() => void)[] = [];
  let stopped = false;
  const finisher = finisherOf(office, {
    toFinish: () => new Promise((resolve) => rounds.push(() => resolve([]))),
    timers: {
      every: (_, tick) => {
        ticks.push(tick);
        return () => (stopped = true);
      },
    },
  });
  finisher.start();
  await turn();
  expect(rounds).toHaveLength(1);
  for (const tick of ticks) tick();
  await turn();
  expect(rounds).toHaveLength(1);
  rounds[0]?.();
  await turn();
  for (const tick of ticks) tick();
  await turn();
  expect(rounds).toHaveLength(2);
  let over = false;
  const stopping = finisher.stop().then(() => (over = true));
  await turn();
  expect([stopped, over]).toEqual([true, false]);
  rounds[1]?.();
  await stopping;
});
