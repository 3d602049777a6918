import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeadLetter } from '@uitkomst/contracts';
import { BankVault, ClientFiles, memoryLedger, TermsBook, Vault } from '@uitkomst/ledger';
import { manualClock } from '@uitkomst/ledger/testing';
import type { OutboundMessage } from '../relay/publisher.js';
import { kafkaKeysIn } from '../settings/kafka-keys.js';
import { approvedClaim, BONUS, claimOf, PAY_DAY, PayOffice, recordAgreements } from '../testing/pay-office.js';
import { recordTerms, TOWN } from '../testing/town.js';
import { DeliveryFeed, type TakenDelivery } from './delivery-feed.js';
import { completeByFeed, recordingByFeed } from './record-by-feed.js';

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-payment-status-'));
const persons = Vault.open(folder, join(folder, 'erasures.db'));
const vault = BankVault.open(folder);
afterAll(() => {
  vault.close();
  persons.close();
  rmSync(folder, { recursive: true });
});

const CLIENTS = ['b', 'c', 'd'] as const;
const nameOf = (client: string): string => `${claimOf(client).replace('.', '')}01`;
const row = (client: string, status: string, fields: object = {}) => ({
  type: 'PaymentStatus',
  endToEndId: nameOf(client),
  status,
  on: PAY_DAY,
  ...fields,
});

/** A batch of three that the bank has, and a feed that hears of it. */
async function feedBesideBatch() {
  const clock = manualClock(`${PAY_DAY}T08:00:00Z`);
  const ledger = memoryLedger({ clock });
  await recordTerms(ledger);
  await recordAgreements(ledger, vault);
  const office = await PayOffice.open(ledger, vault, clock);
  for (const client of CLIENTS) await approvedClaim(office, client);
  await office.prepare('B1', CLIENTS);
  await office.release('B1');
  await office.export('B1');
  const terms = await TermsBook.open(ledger, { follow: false });
  const { identities } = persons;
  const parts = { ledger, terms, clientFiles: new ClientFiles(ledger, terms), vault: persons, identities, clock };
  const keys = await kafkaKeysIn(join(folder, 'kafka-keys.json'));
  const letters: OutboundMessage[] = [];
  const told: TakenDelivery['rows'][number][] = [];
  const feed = new DeliveryFeed({
    source: { start: () => undefined, stop: async () => undefined, lag: () => 0 },
    deadLetters: { publish: async (sent) => void letters.push(...sent), close: async () => undefined },
    keys,
    municipality: TOWN,
    recording: recordingByFeed(parts, keys.streamSecret),
    complete: completeByFeed(parts),
    report: (taken) => void told.push(...taken.flatMap(({ rows: reported }) => reported)),
    onError: (error) => {
      throw error;
    },
  });
  const take = (rows: readonly object[], system = 'FINANCE'): Promise<void> =>
    feed.take([{ topic: 't', partition: 0, offset: '1', value: JSON.stringify({ deliveryId: 'P1', system, rows }) }]);
  const states = async () => Promise.all(CLIENTS.map(async (client) => (await office.claim(client)).standing.state));
  const rows = () => letters.flatMap(({ value }) => (JSON.parse(value) as DeadLetter).rows);
  const refused = () => rows().map((one) => [one.row, one.code]);
  const faults = () => rows().flatMap((one) => one.faults);
  const become = () => told.splice(0).map(({ status }) => status);
  return { ledger, office, take, states, refused, faults, become };
}

test('finance tells by message what became of payments: paid is paid, a rejected one can be ordered again', async () => {
  const { ledger, office, take, states, refused, become } = await feedBesideBatch();
  const rows = [row('b', 'SETTLED', { cents: BONUS, paymentRef: 'R1' }), row('c', 'REJECTED', { bankReason: 'AC04' })];
  await take(rows);
  expect(await states()).toEqual(['PAID', 'APPROVED', 'PAYMENT_ORDERED']);
  expect(become()).toEqual(['RECORDED', 'RECORDED']);
  const { lines } = await office.ports.readBatch(TOWN, 'B1');
  expect(lines).toMatchObject([{ settled: { on: PAY_DAY, paymentRef: 'R1' } }, { code: 'AC04' }, {}]);
  const head = await ledger.head();
  await take(rows);
  expect([await ledger.head(), refused(), become()]).toEqual([head, [], ['DUPLICATE', 'DUPLICATE']]);
});

test('what fits no order of ours, or not its amount, is parked; nothing is booked', async () => {
  const { take, states, refused, faults } = await feedBesideBatch();
  await take([
    row('b', 'SETTLED', { cents: BONUS - 1 }),
    { ...row('c', 'SETTLED'), endToEndId: 'SOMEBODYELSES' },
    row('d', 'SETTLED', { currency: 'USD' }),
    row('d', 'SETTLED', { endToEndId: nameOf('d').replace(/01$/, '07') }),
  ]);
  expect(refused()).toEqual([
    [1, 'WRONG_AMOUNT'],
    [2, 'UNKNOWN_ORDER'],
    [3, 'WRONG_CURRENCY'],
    [4, 'UNKNOWN_ORDER'],
  ]);
  expect(faults().map(({ pointer }) => pointer)).toEqual([
    '/rows/0/cents',
    '/rows/1/endToEndId',
    '/rows/2/currency',
    '/rows/3/endToEndId',
  ]);
  expect(await states()).toEqual(['PAYMENT_ORDERED', 'PAYMENT_ORDERED', 'PAYMENT_ORDERED']);
});

test('no bank has booked on a day to come: what tells of one is parked, and nothing is booked', async () => {
  const { take, states, faults } = await feedBesideBatch();
  const on = '2009-04-03';
  await take([
    row('b', 'SETTLED', { cents: BONUS, on }),
    row('c', 'REJECTED', { on }),
    row('d', 'SETTLED', { cents: BONUS }),
  ]);
  expect(faults()).toEqual([
    { pointer: '/rows/0/on', code: 'INVALID_PERIOD' },
    { pointer: '/rows/1/on', code: 'INVALID_PERIOD' },
  ]);
  expect(await states()).toEqual(['PAYMENT_ORDERED', 'PAYMENT_ORDERED', 'PAID']);
});

test('only finance tells of payments', async () => {
  const { take, states, faults } = await feedBesideBatch();
  await take([row('b', 'SETTLED', { cents: BONUS })], 'GWS4ALL');
  expect([faults(), await states()]).toEqual([
    [{ pointer: '/rows/0/type', code: 'ROLE_MAY_NOT_RECORD' }],
    ['PAYMENT_ORDERED', 'PAYMENT_ORDERED', 'PAYMENT_ORDERED'],
  ]);
});
