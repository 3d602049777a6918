import { benefits, finance, officer, relapse } from '@uitkomst/domain/testing';
import { BankVault, Identities, memoryLedger } from '@uitkomst/ledger';
import { manualClock } from '@uitkomst/ledger/testing';
import { ALL_PROJECTIONS, ProjectionRunner } from '@uitkomst/projections';
import { temporaryFolder } from '@uitkomst/projections/testing';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { approvedClaim, BONUS, claimOf, PAY_DAY, PayOffice, recordAgreements } from '../testing/pay-office.js';
import { recordTerms, TOWN } from '../testing/town.js';
import { BatchFinisher } from './batch-finisher.js';
import { batchesToFinish } from './batches-to-finish.js';
import { completeBatch } from './complete-batch.js';
import { cancelStaleBatches } from './stale-batches.js';

const folder = temporaryFolder();
const vaultFolder = mkdtempSync(join(tmpdir(), 'uitkomst-pay-'));
Identities.open(vaultFolder).close();
const vault = BankVault.open(vaultFolder);
afterAll(() => {
  vault.close();
  folder.remove();
  rmSync(vaultFolder, { recursive: true });
});

/** Clients b, c and d with an approved claim each, in a batch that officer 2 prepared. */
async function preparedBatch(told: Parameters<typeof recordAgreements>[2] = {}) {
  const clock = manualClock(`${PAY_DAY}T08:00:00Z`);
  const ledger = memoryLedger({ clock });
  await recordTerms(ledger);
  await recordAgreements(ledger, vault, told);
  const office = await PayOffice.open(ledger, vault, clock);
  for (const client of ['b', 'c', 'd']) await approvedClaim(office, client);
  await office.prepare('B1', ['b', 'c', 'd']);
  return { office, clock, ledger };
}

const linesOf = async ({ ports }: PayOffice) =>
  (await ports.readBatch(TOWN, 'B1')).lines.map(({ state, code }) => [state, code]);
const statesOf = async (office: PayOffice) => [
  (await office.claim('b')).standing.state,
  (await office.claim('c')).standing.state,
  (await office.claim('d')).standing.state,
];

test('every line of a released batch is ordered once, on behalf of who released, however often it is finished', async () => {
  const { office } = await preparedBatch();
  const released = await office.release('B1');
  expect((await completeBatch(TOWN, released, office.ports)).map(({ dropped }) => dropped)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const { file } = await office.claim('b');
  expect(file.payments.map(({ cents, order }) => [cents, order?.payer, order?.accountId])).toEqual([
    [BONUS, officer(3).id, 'ACC-1'],
  ]);
  expect(await statesOf(office)).toEqual(['PAYMENT_ORDERED', 'PAYMENT_ORDERED', 'PAYMENT_ORDERED']);
});

test('a line whose decision moved on falls out with the reason, the rest is ordered', async () => {
  const { office } = await preparedBatch();
  await office.ask('c', relapse, benefits());
  await office.release('B1');
  expect(await linesOf(office)).toEqual([
    ['OPEN', undefined],
    ['DROPPED', 'DECISION_STALE'],
    ['OPEN', undefined],
  ]);
  expect((await office.claim('c')).file.payments).toEqual([]);
});

test('a line held is not ordered until it is freed, and falls out if it still is when the bank is told', async () => {
  const { office } = await preparedBatch();
  for (const client of ['b', 'c'])
    await office.onBatch(
      { type: 'HoldLine', batchId: 'B1', claimId: claimOf(client), reason: 'ASK_PROVIDER' },
      officer(2),
    );
  await office.release('B1');
  expect(await statesOf(office)).toEqual(['APPROVED', 'APPROVED', 'PAYMENT_ORDERED']);
  await office.onBatch({ type: 'FreeLine', batchId: 'B1', claimId: claimOf('b') }, officer(2));
  expect(await statesOf(office)).toEqual(['PAYMENT_ORDERED', 'APPROVED', 'PAYMENT_ORDERED']);
  await office.onBatch({ type: 'HoldLine', batchId: 'B1', claimId: claimOf('d'), reason: 'DOUBT' }, officer(2));
  await office.export('B1');
  expect(await linesOf(office)).toEqual([
    ['OPEN', undefined],
    ['DROPPED', 'LINE_HELD'],
    ['DROPPED', 'LINE_HELD'],
  ]);
  expect(await statesOf(office)).toEqual(['PAYMENT_ORDERED', 'APPROVED', 'APPROVED']);
  expect((await office.budget()).reservedCents).toBe(BONUS);
});

test('the ceiling of the contract lets through what fits; what does not stays approved', async () => {
  const { office } = await preparedBatch({ budgetCents: 2 * BONUS });
  await office.release('B1');
  expect((await linesOf(office)).filter(([, code]) => code === 'BUDGET_CEILING_REACHED')).toHaveLength(1);
  expect((await statesOf(office)).toSorted()).toEqual(['APPROVED', 'PAYMENT_ORDERED', 'PAYMENT_ORDERED']);
  expect((await office.budget()).reservedCents).toBe(2 * BONUS);
});

test('the ceiling outlives the contract: what is paid after its end is paid of it', async () => {
  const { office } = await preparedBatch({ budgetCents: 2 * BONUS, validTo: '2009-03-01' });
  await office.release('B1');
  expect((await linesOf(office)).filter(([, code]) => code === 'BUDGET_CEILING_REACHED')).toHaveLength(1);
  expect((await office.budget()).reservedCents).toBe(2 * BONUS);
});

test('of a line without room whose decision moved on, the decision is named', async () => {
  const { office } = await preparedBatch({ budgetCents: 0 });
  await office.ask('c', relapse, benefits());
  await office.release('B1');
  expect((await linesOf(office)).map(([, code]) => code)).toEqual([
    'BUDGET_CEILING_REACHED',
    'DECISION_STALE',
    'BUDGET_CEILING_REACHED',
  ]);
});

test('a batch cancelled after its release takes its orders back, and the room under the ceiling', async () => {
  const { office } = await preparedBatch({ budgetCents: 3 * BONUS });
  await office.release('B1');
  expect((await office.budget()).reservedCents).toBe(3 * BONUS);
  await office.onBatch({ type: 'CancelBatch', batchId: 'B1', reason: 'MISTAKE' }, officer(2));
  expect(await statesOf(office)).toEqual(['APPROVED', 'APPROVED', 'APPROVED']);
  expect((await office.claim('b')).file.payments.map(({ state }) => state)).toEqual(['CANCELLED']);
  expect((await office.budget()).reservedCents).toBe(0);
});

test('an order given after its batch was cancelled does not outlive it', async () => {
  const { office } = await preparedBatch();
  const stale = await office.release('B1');
  await office.onBatch({ type: 'CancelBatch', batchId: 'B1', reason: 'MISTAKE' }, officer(2));
  await completeBatch(TOWN, stale, office.ports);
  expect(await statesOf(office)).toEqual(['APPROVED', 'APPROVED', 'APPROVED']);
});

test('what a crash left is finished at the next start, and what nobody released in time is cancelled', async () => {
  const { office, clock, ledger } = await preparedBatch();
  // Released, and killed before the first order.
  const ids = { commandId: randomUUID(), commandHash: '0'.repeat(64) };
  const release = { type: 'ReleaseBatch', batchId: 'B1' } as const;
  await office.ports.sendToBatch({ municipality: TOWN, command: release, actor: officer(3), ...ids });
  const reads = folder.reads();
  const runner = new ProjectionRunner({ ledger, reads, projections: ALL_PROJECTIONS });
  await runner.catchUp();
  const errors: unknown[] = [];
  let outages = 1;
  const finisher = new BatchFinisher({
    ...office.ports,
    toFinish: () => {
      if (outages-- > 0) throw new Error('the read store is not there yet');
      return batchesToFinish(reads, office.ports);
    },
    cancelStale: () => cancelStaleBatches(reads, office.ports),
    timers: { every: () => () => undefined },
    onError: (error) => errors.push(error),
  });
  await finisher.runOnce();
  expect(errors).toHaveLength(1);
  await finisher.runOnce();
  expect(await statesOf(office)).toEqual(['PAYMENT_ORDERED', 'PAYMENT_ORDERED', 'PAYMENT_ORDERED']);
  await approvedClaim(office, 'e');
  await office.prepare('B3', ['e']);
  clock.advance(15 * 86_400_000);
  await runner.catchUp();
  await finisher.runOnce();
  expect((await office.ports.readBatch(TOWN, 'B3')).status).toBe('CANCELLED');
});

test('what came back before its payment was booked on the file is paid there first, and then came back', async () => {
  const { office } = await preparedBatch({ budgetCents: 3 * BONUS });
  await office.release('B1');
  await office.export('B1');
  const line = { batchId: 'B1', claimId: claimOf('b') };
  const told = [
    { type: 'SettleLine', ...line, valueOn: PAY_DAY },
    { type: 'ReturnLine', ...line, returnedOn: PAY_DAY },
  ] as const;
  for (const command of told) {
    const ids = { commandId: randomUUID(), commandHash: '0'.repeat(64) }; // Killed each time before the file heard.
    expect(await office.ports.sendToBatch({ municipality: TOWN, command, actor: finance(), ...ids })).toMatchObject({
      ok: true,
    });
  }
  await completeBatch(TOWN, await office.ports.readBatch(TOWN, 'B1'), office.ports);
  expect((await office.claim('b')).file.payments).toMatchObject([{ state: 'RETURNED', paidCents: 0 }]);
  expect((await office.budget()).reservedCents).toBe(2 * BONUS);
});

test('what the bank rejected and paid after all takes its room again, whatever the ceiling says', async () => {
  const { office } = await preparedBatch({ budgetCents: 3 * BONUS });
  await office.release('B1');
  await office.export('B1');
  await office.tell('b', { result: 'REJECTED', cents: 1 }); // Of a rejection the amount is not looked at.
  expect((await office.budget()).reservedCents).toBe(2 * BONUS);
  expect(await office.tell('b', { result: 'SETTLED' })).toMatchObject({
    status: 'MISMATCH',
    reason: 'NOT_OUTSTANDING',
  });
  const paid = { type: 'SettleLine', batchId: 'B1', claimId: claimOf('b'), valueOn: PAY_DAY, resolving: true } as const;
  await office.onBatch(paid, finance());
  expect((await office.claim('b')).file.payments).toMatchObject([{ state: 'PAID', paidCents: BONUS }]);
  expect((await office.budget()).reservedCents).toBe(3 * BONUS);
});

test('of finished batches those alone are remembered that still come up', async () => {
  const { office } = await preparedBatch();
  let found = [{ municipality: TOWN, batch: await office.ports.readBatch(TOWN, 'B1') }];
  const finisher = new BatchFinisher({
    ...office.ports,
    toFinish: () => Promise.resolve(found),
    cancelStale: () => Promise.resolve(),
    timers: { every: () => () => undefined },
    onError: (error) => expect(error).toBeUndefined(),
  });
  const remembered = (): unknown => (Reflect.get(finisher, 'finished') as ReadonlyMap<string, number>).size;
  await finisher.runOnce();
  expect(remembered()).toBe(1);
  found = [];
  await finisher.runOnce();
  expect(remembered()).toBe(0);
});
