import { dayOf } from '@uitkomst/domain';
import { finance, officer } from '@uitkomst/domain/testing';
import { camt053File, pain002File } from '../testing/bank-files.js';
import { approvedClaim, BONUS, claimOf, PAY_DAY, PayOffice } from '../testing/pay-office.js';
import { openOffice, temporaryBankVault } from '../testing/open-office.js';
import { TOWN } from '../testing/town.js';
import { readBankMessage } from './read-bank-message.js';
import { recordBankMessage } from './record-bank-message.js';

const { vault, remove } = temporaryBankVault();
afterAll(remove);

const CLIENTS = ['b', 'c', 'd'] as const;
const nameOf = (client: string, attempt = '01'): string => `${claimOf(client).replace('.', '')}${attempt}`;

/** A batch of three that the bank has. */
async function exportedBatch() {
  const { office } = await openOffice(vault);
  for (const client of CLIENTS) await approvedClaim(office, client);
  await office.prepare('B1', CLIENTS);
  await office.release('B1');
  await office.export('B1');
  return office;
}

const told = async (office: PayOffice, file: Buffer) => {
  const recording = { municipality: TOWN, actor: finance(), ports: office.ports };
  const reports = await recordBankMessage(await readBankMessage(file, dayOf('2009-04-03')), recording);
  return reports.map(({ status, reason }) => (reason === undefined ? status : `${status} ${reason}`));
};
const statesOf = async (office: PayOffice) =>
  Promise.all(CLIENTS.map(async (client) => (await office.claim(client)).standing.state));
const linesOf = async ({ ports }: PayOffice) => (await ports.readBatch(TOWN, 'B1')).lines.map(({ state }) => state);
const headOf = (office: PayOffice) => office.ledger.head();

test('a rejected line reopens exactly its claim; the same report twice changes nothing', async () => {
  const office = await exportedBatch();
  const report = pain002File([
    { endToEndId: nameOf('b'), status: 'ACSC', amount: '2000.00' },
    { endToEndId: nameOf('c'), status: 'RJCT', reason: 'AC04' },
    { endToEndId: nameOf('d'), status: 'ACTC' },
  ]);
  expect(await told(office, report)).toEqual(['SETTLED', 'REJECTED', 'PENDING']);
  expect(await statesOf(office)).toEqual(['PAID', 'APPROVED', 'PAYMENT_ORDERED']);
  expect(await linesOf(office)).toEqual(['SETTLED', 'REJECTED', 'OPEN']);
  expect((await office.budget()).reservedCents).toBe(2 * BONUS);
  const head = await headOf(office);
  expect(await told(office, report)).toEqual(['DUPLICATE', 'DUPLICATE', 'PENDING']);
  expect(await headOf(office)).toBe(head);
});

test('the rejected claim is paid in a later batch, by the next name', async () => {
  const office = await exportedBatch();
  await told(office, pain002File([{ endToEndId: nameOf('c'), status: 'RJCT', reason: 'AC04' }]));
  const again = await office.prepare('B2', ['c']);
  expect(again.lines.map(({ endToEndId }) => endToEndId)).toEqual([nameOf('c', '02')]);
  await office.release('B2');
  await office.export('B2');
  expect(await told(office, camt053File([{ endToEndId: nameOf('c', '02'), ref: 'R9' }]))).toEqual(['SETTLED']);
  const { file, standing } = await office.claim('c');
  expect([standing.state, standing.netCents]).toEqual(['PAID', BONUS]);
  expect(file.payments.map(({ state }) => state)).toEqual(['FAILED', 'PAID']);
});

test('a whole message may be rejected at once, and a whole batch be booked in one sum', async () => {
  const rejected = await exportedBatch();
  await told(rejected, pain002File([], { group: 'RJCT', messageId: 'B1' }));
  expect(await statesOf(rejected)).toEqual(['APPROVED', 'APPROVED', 'APPROVED']);
  const booked = await exportedBatch();
  const recording = { municipality: TOWN, actor: finance(), ports: booked.ports };
  const sum = { place: 'entry 1', messageId: 'B1', result: 'SETTLED', on: PAY_DAY, currency: 'EUR' } as const;
  const entries = [
    { ...sum, cents: 3 * BONUS - 1 },
    { ...sum, cents: 3 * BONUS },
  ];
  const reports = await recordBankMessage({ kind: 'CAMT_053', messageId: 'S', entries }, recording);
  expect(reports.map(({ status }) => status)).toEqual(['UNKNOWN', 'SETTLED', 'SETTLED', 'SETTLED']);
  expect(await statesOf(booked)).toEqual(['PAID', 'PAID', 'PAID']);
});

test('what came back is due again; what was paid stays paid', async () => {
  const office = await exportedBatch();
  await told(office, camt053File([{ endToEndId: nameOf('b') }, { endToEndId: nameOf('c') }]));
  const statement = camt053File([{ endToEndId: nameOf('b'), side: 'CRDT', reason: 'MD07' }]);
  expect(await told(office, statement)).toEqual(['RETURNED']);
  expect(await told(office, statement)).toEqual(['DUPLICATE']);
  expect(await statesOf(office)).toEqual(['APPROVED', 'PAID', 'PAYMENT_ORDERED']);
  expect((await office.claim('b')).standing).toMatchObject({ netCents: 0, toPayCents: BONUS });
  expect((await office.budget()).reservedCents).toBe(2 * BONUS);
});

test.each([
  ['another amount', { amount: '1999.99' }, 'WRONG_AMOUNT'],
  ['a part of a cent', { amount: '2000.001' }, 'WRONG_AMOUNT'],
  ['another currency', { currency: 'USD' }, 'WRONG_CURRENCY'],
  ['money back that was never booked', { side: 'CRDT', reason: 'AC04' }, 'NOT_OUTSTANDING'],
  ['an order that never was', { endToEndId: nameOf('b', '07') }, 'UNKNOWN_ORDER'],
] as const)(
  '%s books nothing, and blocks the claim until finance has said what it was',
  async (_what, told1, reason) => {
    const office = await exportedBatch();
    const file = camt053File([{ endToEndId: nameOf('b'), ...told1 }, { endToEndId: nameOf('c') }]);
    expect(await told(office, file)).toEqual([`MISMATCH ${reason}`, 'SETTLED']);
    expect(await statesOf(office)).toEqual(['PAYMENT_ORDERED', 'PAID', 'PAYMENT_ORDERED']);
    const head = await headOf(office);
    expect(await told(office, file)).toEqual([`MISMATCH ${reason}`, 'DUPLICATE']);
    expect(await headOf(office)).toBe(head);
    await told(office, pain002File([{ endToEndId: nameOf('b'), status: 'RJCT' }]));
    await expect(office.prepare('B2', ['b']).then(() => office.release('B2'))).resolves.toMatchObject({
      status: 'CANCELLED',
      lines: [{ code: 'LINE_MISMATCH' }],
    });
  },
);

test('a payment booked twice is paid once, and the second booking is for a person', async () => {
  const office = await exportedBatch();
  const twice = camt053File([
    { endToEndId: nameOf('b'), ref: 'R1' },
    { endToEndId: nameOf('b'), ref: 'R2' },
  ]);
  expect(await told(office, twice)).toEqual(['SETTLED', 'MISMATCH NOT_OUTSTANDING']);
  expect((await office.claim('b')).standing.netCents).toBe(BONUS);
});

test('a booking of a rejected or cancelled order is a mismatch; of a stranger it is not ours', async () => {
  const office = await exportedBatch();
  await told(office, pain002File([{ endToEndId: nameOf('b'), status: 'RJCT', reason: 'AC04' }]));
  await office.prepare('B2', ['b']);
  await office.release('B2');
  await office.onBatch({ type: 'CancelBatch', batchId: 'B2', reason: 'MISTAKE' }, officer(2));
  const file = camt053File([
    { endToEndId: nameOf('b') },
    { endToEndId: nameOf('b', '02') },
    { endToEndId: `${'z'.repeat(13)}a01` },
    { endToEndId: 'SALARIS-2009-03' },
  ]);
  expect(await told(office, file)).toEqual([
    'MISMATCH NOT_OUTSTANDING',
    'MISMATCH NOT_OUTSTANDING',
    'UNKNOWN',
    'UNKNOWN',
  ]);
  const { standing, file: client } = await office.claim('b');
  expect([standing.netCents, client.mismatches.length]).toEqual([0, 2]);
});
