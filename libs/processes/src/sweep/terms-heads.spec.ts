import { memoryLedger, type RecordedEvent } from '@uitkomst/ledger';
import { record } from '@uitkomst/projections/testing';
import { TermsHeads } from './terms-heads.js';

const STREAM = 'contract-0392-K1';
const tariff = {
  type: 'TariffSet',
  payload: { contractId: 'K1', milestone: 'SUSTAINED', cents: 300_000, validFrom: '2000-01-01' },
};
const restingOn = (revision: number): RecordedEvent =>
  ({ payload: { basis: { terms: [{ stream: STREAM, revision }] } } }) as unknown as RecordedEvent;

/** A contract whose tariff was set three times. */
async function threeTariffs() {
  const ledger = memoryLedger();
  const events = await record(ledger, STREAM, tariff, tariff, tariff);
  return { ledger, events, heads: new TermsHeads(ledger) };
}
const at = (events: readonly RecordedEvent[], index: number): RecordedEvent => {
  const event = events[index];
  if (event === undefined) throw new Error(`No event ${index}`);
  return event;
};

test('a determination is stale if the ledger holds later terms, and only then', async () => {
  const { heads } = await threeTariffs();
  expect(await heads.areNewerThan(restingOn(1))).toBe(true);
  expect(await heads.areNewerThan(restingOn(2))).toBe(false);
});

test('terms that went on since they were asked after are known at once', async () => {
  const { ledger, heads } = await threeTariffs();
  expect(await heads.areNewerThan(restingOn(2))).toBe(false);
  heads.advance(at(await record(ledger, STREAM, tariff), 0));
  expect(await heads.areNewerThan(restingOn(2))).toBe(true);
});

test('an old event that comes again takes nothing back, asked after or not', async () => {
  const { events, heads } = await threeTariffs();
  heads.advance(at(events, 0));
  expect(await heads.areNewerThan(restingOn(1))).toBe(true);
  heads.advance(at(events, 0));
  expect(await heads.areNewerThan(restingOn(1))).toBe(true);
});
