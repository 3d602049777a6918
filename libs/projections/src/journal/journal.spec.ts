import { memoryLedger } from '@uitkomst/ledger';
import { ProjectionRunner } from '../runner.js';
import { record, type Told } from '../testing/recording.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { JOURNAL } from './journal.projection.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const PERSON = 'aaaaaaaaaaaaa';
const claimId = `${PERSON}.a`;
const orderId = '00000000-0000-4000-8000-000000000000.1';
const about = { claimId, orderId, providerId: 'PASWERK', milestone: 'SUSTAINED', outcomeType: 'WORK' };
const on = '2026-05-01';

/** 2,000 with 420 of tax on top. */
const ordered: Told = {
  type: 'PaymentOrdered',
  payload: {
    ...about,
    cents: 200_000,
    vatCents: 42_000,
    orderedOn: on,
    determinationId: '00000000-0000-4000-8000-000000000000',
    decisionHash: 'a'.repeat(64),
    batchId: 'B1',
    payer: 'officer-3',
    preparer: 'officer-2',
  },
};
const paid = (cents: number): Told => ({ type: 'ClaimPaid', payload: { ...about, cents, paidOn: on } });
const returned = (cents: number): Told => ({
  type: 'PaymentReturned',
  payload: { claimId, orderId, cents, returnedOn: on },
});
const failed: Told = { type: 'PaymentFailed', payload: { claimId, orderId, failedOn: on } };

async function journalOf(...told: readonly Told[]) {
  const ledger = memoryLedger();
  const reads = folder.reads();
  await record(ledger, `client-0392-${PERSON}`, ...told);
  await new ProjectionRunner({ ledger, reads, projections: [JOURNAL] }).catchUp();
  const lines = await reads.select(JOURNAL);
  await reads.close();
  const sumOf = (of: 'cents' | 'vatCents', ...kinds: readonly string[]): number =>
    lines.reduce((sum, line) => sum + (kinds.includes(line.kind) ? line[of] : 0), 0);
  const stillOrdered = (of: 'cents' | 'vatCents') => sumOf(of, 'ORDERED') - sumOf(of, 'PAID');
  return {
    ordered: [stillOrdered('cents'), stillOrdered('vatCents')],
    balance: [sumOf('cents', 'PAID', 'RETURNED'), sumOf('vatCents', 'PAID', 'RETURNED')],
  };
}

test.each([
  ['ordered', [ordered], [200_000, 42_000], [0, 0]],
  ['paid', [ordered, paid(200_000)], [0, 0], [200_000, 42_000]],
  ['paid less, since an offset failed', [ordered, paid(100_000)], [0, 0], [100_000, 42_000]],
  ['and sent back', [ordered, paid(100_000), returned(100_000)], [0, 0], [0, 0]],
  ['sent back after an offset', [ordered, paid(200_000), returned(100_000)], [0, 0], [100_000, 0]],
  ['failed', [ordered, failed], [0, 0], [0, 0]],
  ['failed, and paid less after all', [ordered, failed, paid(100_000)], [0, 0], [100_000, 42_000]],
])('tax goes with the whole of an order: %s', async (_title, told, stillOrdered, balance) => {
  expect(await journalOf(...told)).toEqual({ ordered: stillOrdered, balance });
});
