import { type BatchState } from '@uitkomst/domain';
import { approver2, benefits, finance, officer, relapse } from '@uitkomst/domain/testing';
import { clientStream, memoryLedger, type Ledger, type RecordedEvent } from '@uitkomst/ledger';
import { manualClock } from '@uitkomst/ledger/testing';
import { BATCHES, JOURNAL, ProjectionRunner } from '@uitkomst/projections';
import { record, temporaryFolder } from '@uitkomst/projections/testing';
import { approvedClaim, BONUS, claimOf, PAY_DAY, PayOffice, recordAgreements } from '../testing/pay-office.js';
import { temporaryBankVault } from '../testing/open-office.js';
import { recordTerms, TOWN } from '../testing/town.js';
import { batchesToFinish } from './batches-to-finish.js';
import { BatchFinisher } from './batch-finisher.js';

const folder = temporaryFolder();
const { vault, remove } = temporaryBankVault();
afterAll(() => {
  remove();
  folder.remove();
});

const clock = manualClock(`${PAY_DAY}T08:00:00Z`);
const CEILING = 4 * BONUS;
const OFFSET = 50_000;
const CLIENTS = ['b', 'c', 'd', 'e', 'f'] as const;

class Killed extends Error {}

/** The process dies at its n-th append: before it, or after it and before anybody heard. Once dead, it appends nothing more. */
function killedAt(ledger: Ledger, at: number, when: 'before' | 'after'): Ledger & { appends(): number } {
  let appends = 0;
  const append: Ledger['append'] = async (...task) => {
    appends += 1;
    if (appends > at || (appends === at && when === 'before')) throw new Killed();
    const result = await ledger.append(...task);
    if (appends === at) throw new Killed();
    return result;
  };
  return Object.assign(Object.create(ledger) as Ledger, { append, appends: () => appends });
}

/** Approved claims of b, c, d and e; f was paid before, and owes what a relapse made undue: that was decided. */
async function beforehand(): Promise<Ledger> {
  const ledger = memoryLedger({ clock });
  await recordTerms(ledger);
  await recordAgreements(ledger, vault, { budgetCents: CEILING });
  const office = await PayOffice.open(ledger, vault, clock);
  for (const client of CLIENTS) await approvedClaim(office, client);
  await office.prepare('B0', ['f']);
  await office.release('B0');
  await office.export('B0');
  await office.tell('f', { result: 'SETTLED' });
  await office.ask('f', relapse, benefits());
  const [clawback] = (await office.claim('f')).file.clawbacks;
  const { claimId, clawbackId } = clawback ?? {};
  await record(ledger, clientStream(TOWN, claimOf('f').slice(0, 13)), {
    type: 'ClawbackDecided',
    payload: { claimId, clawbackId, cents: BONUS, decidedOn: PAY_DAY, grounds: 'RELAPSE' },
    actor: approver2(7),
  });
  return ledger;
}

/** Everything that happens to money, in order. Every step is the same command when asked again. */
async function payingDay(office: PayOffice): Promise<void> {
  const [clawback] = (await office.claim('f')).file.clawbacks;
  const offered = { clawbackId: clawback?.clawbackId ?? '', providerId: 'PASWERK', outstandingCents: BONUS };
  await office.prepare('B1', ['b', 'c', 'd', 'e']).catch(alreadyPrepared);
  await office.onBatch(
    { type: 'OffsetLine', batchId: 'B1', claimId: claimOf('b'), offered, cents: OFFSET },
    officer(2),
  );
  await office.release('B1'); // e finds no room: the ceiling holds three and what f was paid.
  await office.onBatch({ type: 'HoldLine', batchId: 'B1', claimId: claimOf('d'), reason: 'ASK_PROVIDER' }, officer(2));
  await office.export('B1'); // d falls out.
  await office.tell('b', { result: 'SETTLED', cents: BONUS - OFFSET, paymentRef: 'R1' });
  await office.tell('c', { result: 'REJECTED', bankReason: 'AC04' });
  await office.prepare('B2', ['c', 'd']).catch(alreadyPrepared);
  await office.release('B2');
  await office.onBatch({ type: 'CancelBatch', batchId: 'B2', reason: 'MISTAKE' }, officer(2));
  await office.tell('b', { result: 'RETURNED', cents: BONUS - OFFSET, bankReason: 'MD07' });
  await office.tell('c', { result: 'SETTLED', cents: 1 }); // Fits nothing: reported.
  const [mismatch] = (await office.claim('c')).file.mismatches;
  if (mismatch)
    await office.ask(
      'c',
      { type: 'ResolveMismatch', claimId: claimOf('c'), mismatchEventId: mismatch.eventId, result: 'DISMISSED' },
      finance(),
    );
}

/** A batch that was prepared before the crash is not prepared from what its claims are now. */
const alreadyPrepared = (error: unknown): void => {
  if (error instanceof Killed) throw error;
};

async function finish(office: PayOffice, ledger: Ledger): Promise<void> {
  const reads = folder.reads();
  await new ProjectionRunner({ ledger, reads, projections: [BATCHES] }).catchUp();
  const finisher = new BatchFinisher({
    ...office.ports,
    toFinish: () => batchesToFinish(reads, office.ports),
    cancelStale: async () => undefined,
    timers: { every: () => () => undefined },
    onError: (error) => {
      throw error;
    },
  });
  await finisher.runOnce();
  await reads.close();
}

/** All money of the town, as files, batches and budget have it. */
async function moneyOf(office: PayOffice) {
  const claims = [];
  for (const client of CLIENTS) {
    const { file, standing } = await office.claim(client);
    const { state, netCents, orderedCents } = standing;
    const orders = file.payments.map((order) => [order.state, order.cents, order.paidCents]);
    const clawbacks = file.clawbacks.map(({ state: of, recoveredCents }) => [of, recoveredCents]);
    claims.push({ client, state, netCents, orderedCents, orders, clawbacks, open: file.mismatches.length });
  }
  const batches: BatchState[] = [];
  for (const batchId of ['B1', 'B2']) batches.push(await office.ports.readBatch(TOWN, batchId));
  const lines = batches.map(({ status, lines: all }) => [status, all.map(({ state, code }) => [state, code])]);
  return { claims, lines, reservedCents: (await office.budget()).reservedCents };
}

type Money = Awaited<ReturnType<typeof moneyOf>>;

/** Neither lost nor doubled: at most one live order a claim, and what is set apart is what is ordered or paid by a batch. */
function expectSound({ claims, reservedCents }: Money): void {
  for (const { client, orders, netCents, orderedCents } of claims) {
    const live = orders.filter(([state]) => state === 'OPEN' || state === 'PAID');
    expect([client, live.length <= 1]).toEqual([client, true]);
    expect([client, netCents + orderedCents <= BONUS]).toEqual([client, true]);
  }
  const moving = claims.flatMap(({ orders }) =>
    orders.map(([state, cents, paid]) => (state === 'OPEN' ? cents : paid)),
  );
  expect(reservedCents).toBe(moving.reduce((sum: number, cents) => sum + Number(cents), 0));
}

/** The batch and the file say the same of each line, once what the crash left is finished (life-cycle §4). */
async function expectAgreement(office: PayOffice): Promise<void> {
  for (const batchId of ['B1', 'B2']) {
    const batch = await office.ports.readBatch(TOWN, batchId);
    for (const { claimId, state } of batch.lines) {
      const { file } = await office.claim(claimId.slice(0, 1));
      const order = file.payments.find((one) => one.claimId === claimId && one.order?.batchId === batchId);
      const expected = batch.status === 'CANCELLED' || state === 'DROPPED' ? ['CANCELLED', undefined] : EXPECTED[state];
      const got = batch.status === 'PREPARED' ? undefined : order?.state;
      const allowed = batch.status === 'PREPARED' ? [undefined] : expected;
      expect([batchId, claimId, state, allowed?.includes(got)]).toEqual([batchId, claimId, state, true]);
    }
  }
}
const EXPECTED: Readonly<Record<string, readonly (string | undefined)[]>> = {
  OPEN: ['OPEN'],
  HELD: ['OPEN', undefined],
  SETTLED: ['PAID'],
  REJECTED: ['FAILED'],
  RETURNED: ['RETURNED'],
};

test('killed at any append, before it or after it, no money is lost or doubled, and the day ends as it would have', async () => {
  const start: RecordedEvent[] = [];
  for await (const event of (await beforehand()).readAll()) start.push(event);
  const again = async (): Promise<Ledger> => {
    const ledger = memoryLedger({ clock });
    await ledger.restore(start);
    return ledger;
  };
  const counted = killedAt(await again(), Number.POSITIVE_INFINITY, 'before');
  const undisturbed = await PayOffice.open(counted, vault, clock);
  await payingDay(undisturbed);
  const expected = await moneyOf(undisturbed);
  expectSound(expected);
  const appends = counted.appends();
  expect(appends).toBeGreaterThan(30);
  for (let at = 1; at <= appends; at += 1)
    for (const when of ['before', 'after'] as const) {
      const ledger = await again();
      const dying = await PayOffice.open(killedAt(ledger, at, when), vault, clock);
      await expect(payingDay(dying)).rejects.toThrow(Killed);
      const restarted = await PayOffice.open(ledger, vault, clock);
      await finish(restarted, ledger);
      const money = await moneyOf(restarted);
      expectSound(money);
      await expectAgreement(restarted);
      await payingDay(restarted);
      expect({ at, when, money: await moneyOf(restarted) }).toEqual({ at, when, money: expected });
    }
});

test('the journal of that day adds up to the cent with what every claim was paid and has on order', async () => {
  const ledger = await beforehand();
  const office = await PayOffice.open(ledger, vault, clock);
  await payingDay(office);
  const reads = folder.reads();
  await new ProjectionRunner({ ledger, reads, projections: [JOURNAL] }).catchUp();
  const lines = await reads.select(JOURNAL);
  for (const { client, netCents, orderedCents } of (await moneyOf(office)).claims) {
    const own = lines.filter(({ claimId }) => claimId === claimOf(client));
    const sum = (...kinds: readonly string[]): number =>
      own.reduce((total, { kind, cents }) => total + (kinds.includes(kind) ? cents : 0), 0);
    expect([client, sum('PAID', 'RETURNED', 'RECOVERED')]).toEqual([client, netCents]);
    expect([client, sum('ORDERED') - sum('PAID')]).toEqual([client, orderedCents]);
  }
  expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['ORDERED', 'PAID', 'RETURNED', 'RECOVERED']));
  await reads.close();
});

test('what cannot be set off any more when the bank pays was paid too little, and is due again', async () => {
  const ledger = await beforehand();
  const office = await PayOffice.open(ledger, vault, clock);
  const [clawback] = (await office.claim('f')).file.clawbacks;
  const clawbackId = clawback?.clawbackId ?? '';
  const offered = { clawbackId, providerId: 'PASWERK', outstandingCents: BONUS };
  await office.prepare('B1', ['b']);
  await office.onBatch(
    { type: 'OffsetLine', batchId: 'B1', claimId: claimOf('b'), offered, cents: OFFSET },
    officer(2),
  );
  await office.release('B1');
  await office.export('B1');
  const invoice = { type: 'SettleClawback', clawbackId, method: 'INVOICE', cents: BONUS, settledOn: PAY_DAY } as const;
  await office.ask('f', invoice, finance());
  await office.tell('b', { result: 'SETTLED', cents: BONUS - OFFSET });
  expect((await office.claim('b')).standing).toMatchObject({ netCents: BONUS - OFFSET, toPayCents: OFFSET });
  expect((await office.claim('f')).standing.netCents).toBe(0);
});

const DROPPED = ['DROPPED', 'AMOUNT_ABOVE_OUTSTANDING'];

test.each([
  ['nothing of it', BONUS, DROPPED, 'APPROVED'],
  ['a cent too little', BONUS - OFFSET + 1, DROPPED, 'APPROVED'],
  ['just that', BONUS - OFFSET, ['OPEN', undefined], 'PAYMENT_ORDERED'],
])('a line is in the file only if what it sets off is still owed: %s', async (_left, settled, line, standing) => {
  const ledger = await beforehand();
  const office = await PayOffice.open(ledger, vault, clock);
  const [clawback] = (await office.claim('f')).file.clawbacks;
  const clawbackId = clawback?.clawbackId ?? '';
  const offered = { clawbackId, providerId: 'PASWERK', outstandingCents: BONUS };
  await office.prepare('B1', ['b', 'c']);
  await office.onBatch(
    { type: 'OffsetLine', batchId: 'B1', claimId: claimOf('b'), offered, cents: OFFSET },
    officer(2),
  );
  await office.release('B1');
  const invoice = {
    type: 'SettleClawback',
    clawbackId,
    method: 'INVOICE',
    cents: settled,
    settledOn: PAY_DAY,
  } as const;
  await office.ask('f', invoice, finance());
  await office.export('B1');
  const { lines } = await office.ports.readBatch(TOWN, 'B1');
  expect(lines.map(({ state, code }) => [state, code])).toEqual([line, ['OPEN', undefined]]);
  expect((await office.claim('b')).standing.state).toBe(standing);
});
