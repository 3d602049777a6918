import { SYSTEM } from '@uitkomst/domain';
import { approver2, benefits, finance, officer, relapse } from '@uitkomst/domain/testing';
import { clientStream, memoryLedger } from '@uitkomst/ledger';
import { manualClock } from '@uitkomst/ledger/testing';
import { record } from '@uitkomst/projections/testing';
import { approvedClaim, BONUS, claimOf, PAY_DAY, PayOffice, recordAgreements } from '../testing/pay-office.js';
import { temporaryBankVault } from '../testing/open-office.js';
import { recordTerms, TOWN } from '../testing/town.js';

const { vault, remove } = temporaryBankVault();
afterAll(remove);

const TAX = 42_000;
const OFFSET = 100_000;
const REST = BONUS + TAX - OFFSET;

async function taxedTown(): Promise<PayOffice> {
  const clock = manualClock(`${PAY_DAY}T08:00:00Z`);
  const ledger = memoryLedger({ clock });
  await recordTerms(ledger);
  await recordAgreements(ledger, vault);
  const vat = { treatment: 'ADDED', rateBp: 2100 };
  const payload = { contractId: 'K1', validFrom: '2000-01-02', vat };
  await record(ledger, `contract-${TOWN}-K1`, { type: 'ContractAmended', payload, actor: SYSTEM });
  return PayOffice.open(ledger, vault, clock);
}

/** What was paid for client f is asked back. */
async function decidedClawback(office: PayOffice): Promise<string> {
  await approvedClaim(office, 'f');
  await order(office, 'B0', { client: 'f', vatCents: TAX });
  await office.tell('f', { result: 'SETTLED', cents: BONUS + TAX });
  await office.ask('f', relapse, benefits());
  const clawbackId = (await office.claim('f')).file.clawbacks[0]?.clawbackId ?? '';
  const decided = { claimId: claimOf('f'), clawbackId, cents: BONUS, decidedOn: PAY_DAY, grounds: 'RELAPSE' };
  const stream = clientStream(TOWN, claimOf('f').slice(0, 13));
  await record(office.ledger, stream, { type: 'ClawbackDecided', payload: decided, actor: approver2(7) });
  return clawbackId;
}

/** What the bank is asked to pay for the client's claim, with this tax. */
async function order(office: PayOffice, batchId: string, of: { client: string; vatCents: number }): Promise<unknown> {
  await office.prepare(batchId, [of.client], { vatCents: of.vatCents });
  await office.release(batchId);
  return asked(await office.export(batchId));
}

const asked = (exported: Awaited<ReturnType<PayOffice['export']>>): unknown =>
  'file' in exported ? /<InstdAmt[^>]*>([^<]*)/.exec(exported.file.toString('utf8'))?.[1] : exported;

/** Half of the bonus of client b is to be set off against what is asked back of f. */
async function orderedWithOffset() {
  const office = await taxedTown();
  const clawbackId = await decidedClawback(office);
  await approvedClaim(office, 'b');
  await office.prepare('B1', ['b'], { vatCents: TAX });
  const offered = { clawbackId, providerId: 'PASWERK', outstandingCents: BONUS };
  await office.onBatch(
    { type: 'OffsetLine', batchId: 'B1', claimId: claimOf('b'), offered, cents: OFFSET },
    officer(2),
  );
  await office.release('B1');
  expect(asked(await office.export('B1'))).toBe('1420.00');
  return { office, clawbackId };
}

test('what came back after an offset is ordered with the tax that came back with it', async () => {
  const { office } = await orderedWithOffset();
  await office.tell('b', { result: 'SETTLED', cents: REST });
  const spent = (await office.budget()).reservedCents;
  await office.tell('b', { result: 'RETURNED', cents: REST });
  expect((await office.budget()).reservedCents).toBe(spent - (BONUS - OFFSET)); // What was set off stays spent.
  expect((await office.claim('b')).standing).toMatchObject({ state: 'APPROVED', toPayCents: BONUS - OFFSET });
  expect(await order(office, 'B2', { client: 'b', vatCents: TAX })).toBe('1420.00');
  await office.tell('b', { result: 'SETTLED', cents: REST }, 2);
  expect((await office.claim('b')).standing).toMatchObject({ state: 'PAID', netCents: BONUS });
});

test('what could not be set off is ordered without the tax that was paid already', async () => {
  const { office, clawbackId } = await orderedWithOffset();
  const invoice = { type: 'SettleClawback', clawbackId, method: 'INVOICE', cents: BONUS, settledOn: PAY_DAY } as const;
  await office.ask('f', invoice, finance());
  await office.tell('b', { result: 'SETTLED', cents: REST });
  expect((await office.claim('b')).standing).toMatchObject({ state: 'APPROVED', toPayCents: OFFSET });
  expect(await order(office, 'B2', { client: 'b', vatCents: 0 })).toBe('1000.00');
});
