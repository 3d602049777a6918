import { noTerms } from '@uitkomst/domain';
import { memoryLedger } from './adapters/memory.ledger.js';
import { accepted, until } from './contract/bench-of-ledgers.js';
import type { Ledger } from './ledger.js';
import { municipalityOfTerms, TermsBook } from './terms-book.js';
import { anEvent } from './testing/events.js';
import { recordTerms, tariff, told, TOWN } from './testing/terms.js';

const opened: TermsBook[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((book) => book.close()));
});
async function open(ledger: Ledger, follow = true): Promise<TermsBook> {
  const book = await TermsBook.open(ledger, { follow });
  opened.push(book);
  return book;
}
const tariffsOf = (terms: ReturnType<TermsBook['current']>) =>
  terms.contracts
    .get('K1')
    ?.tariffs.map(({ cents }) => cents)
    .at(-1);
const CONTRACT = `contract-${TOWN}-K1`;

test("the terms of a municipality are all that its small streams say, and no client's file", async () => {
  const ledger = memoryLedger();
  accepted(await ledger.append(`client-${TOWN}-aaaaaaaaaaaaa`, 'none', [anEvent()]));
  await recordTerms(ledger);
  const terms = (await open(ledger)).current(TOWN);
  expect([...terms.revisions]).toEqual([
    [`definition-${TOWN}-NL-STD`, 0],
    [CONTRACT, 1],
    [`provider-${TOWN}-PASWERK`, 1],
    [`source-${TOWN}-UWV_POLIS`, 0],
    [`source-${TOWN}-GWS4ALL`, 0],
  ]);
  expect(tariffsOf(terms)).toBe(300_000);
});

test('municipalities keep their terms apart', async () => {
  const ledger = memoryLedger();
  await recordTerms(ledger);
  const book = await open(ledger);
  expect(book.current('0363')).toEqual(noTerms('0363'));
  expect(['contract-0392-K1', 'rules-0392', 'source-0392-UWV_POLIS'].map(municipalityOfTerms)).toEqual([
    TOWN,
    TOWN,
    TOWN,
  ]);
  expect(['client-0392-x', 'contract-39-K1', 'contracts-0392-K1', 'rules-03921'].map(municipalityOfTerms)).toEqual(
    Array.from({ length: 4 }),
  );
});

test('a change of terms is told after it counts, once', async () => {
  const ledger = memoryLedger();
  await recordTerms(ledger);
  const book = await open(ledger);
  const changes: unknown[] = [];
  const stop = book.onChange(({ municipality, stream, terms }) =>
    changes.push([municipality, stream, tariffsOf(terms), tariffsOf(book.current(TOWN))]),
  );
  await tariff(ledger, 250_000);
  await book.refresh(TOWN);
  await until(() => changes.length > 0);
  await told(ledger, `source-${TOWN}-SURVEY`, {
    type: 'SourceWatermark',
    payload: { system: 'SURVEY', completeThrough: '2020-01-01' },
  });
  await until(() => changes.length > 1);
  expect(changes).toEqual([
    [TOWN, CONTRACT, 250_000, 250_000],
    [TOWN, `source-${TOWN}-SURVEY`, 250_000, 250_000],
  ]);
  stop();
  await tariff(ledger, 200_000);
  await book.refresh(TOWN);
  expect(changes).toHaveLength(2);
});

test('refreshed terms are as new as the ledger, also those of streams never seen', async () => {
  const ledger = memoryLedger();
  const book = await open(ledger, false);
  await recordTerms(ledger);
  expect(book.current(TOWN)).toEqual(noTerms(TOWN));
  expect(tariffsOf(await book.refresh(TOWN))).toBe(300_000);
  expect([...book.current(TOWN).revisions]).toEqual([...(await open(ledger)).current(TOWN).revisions]);
});

test('terms are never older than those an earlier decision rested on', async () => {
  const ledger = memoryLedger();
  await recordTerms(ledger);
  const book = await open(ledger);
  await tariff(ledger, 250_000);
  // Another node has decided on the new tariff before this one heard of it.
  expect(tariffsOf(await book.notOlderThan(TOWN, [{ stream: CONTRACT, revision: 2 }]))).toBe(250_000);
});

test('the terms of an earlier decision are found again, whatever was agreed since', async () => {
  const ledger = memoryLedger();
  await recordTerms(ledger);
  await tariff(ledger, 250_000);
  const book = await open(ledger);
  const terms = await book.at(TOWN, [
    { stream: CONTRACT, revision: 1 },
    { stream: `rules-${TOWN}`, revision: -1 },
  ]);
  expect(tariffsOf(terms)).toBe(300_000);
  expect(terms.definitions.size).toBe(0);
  expect([...terms.revisions]).toEqual([[CONTRACT, 1]]);
});
