import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBack } from './read-back.js';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { must, storyClock } from './story.js';

const IBAN = 'NL91ABNA0417164300';
const clock = storyClock('2026-03-02');
let running: RunningApp;
let contracts: Caller;
let finance: Caller;

interface AccountBody {
  readonly accountId: string;
  readonly iban: string;
  readonly confirmedOn: string | null;
  readonly payableFrom: string | null;
}

beforeAll(async () => {
  running = await runApp({ clock });
  contracts = await running.as('CONTRACTS', { subject: 'manager-1' });
  finance = await running.as('FINANCE', { subject: 'finance-1' });
  must(await contracts.post('/aanbieders', { providerId: 'PASWERK', ownership: 'PRIVATE', validFrom: '2026-01-01' }));
});
afterAll(() => running.stop());

const URL = '/aanbieders/PASWERK/rekeningen';
const body = (iban = IBAN) => ({ iban, holder: 'Stichting Paswerk', activeFrom: '2026-03-01' });
const etag = async (): Promise<string> => String((await contracts.get(URL)).headers['etag']);

test('an account is registered by one person and confirmed by another, and paid on after a week', async () => {
  const registered = await contracts.post<AccountBody>(URL, body('nl91 abna 0417 1643 00'), { ifMatch: await etag() });
  const { accountId, ...rest } = must(registered);
  expect(rest).toMatchObject({ iban: 'NL91••••••••••4300', confirmedOn: null, payableFrom: null });
  const url = `${URL}/${accountId}/bevestigingen`;
  const ifMatch = String(registered.headers['etag']);
  const same = await running.as('FINANCE', { subject: 'manager-1' });
  expect(await same.post(url, {}, { ifMatch })).toMatchObject({
    status: 409,
    body: { type: 'urn:uitkomst:probleem:functiescheiding', code: 'SEPARATION_OF_DUTIES' },
  });
  expect((await contracts.post(url, {}, { ifMatch })).status).toBe(403);
  clock.moveTo('2026-03-03');
  const confirmed = await finance.post<AccountBody>(url, {}, { ifMatch });
  expect(must(confirmed)).toMatchObject({ confirmedOn: '2026-03-03', payableFrom: '2026-03-10' });
  expect(await readBack(finance, confirmed)).toMatchObject({ type: 'BankAccountConfirmed', fields: { accountId } });
  expect((await contracts.get(`${URL}/ACC-NONE/bevestigingen`)).status).toBe(404);
  expect((await finance.post(url, {}, { ifMatch: '"r99"' })).status).toBe(201); // Heard: it was confirmed.
});

test.each(['NL91ABNA0417164301', 'NL91ABNA041716430', 'ZZ91ABNA0417164300', '0417164300000000'])(
  '%s is no account number, and is not repeated in the complaint',
  async (iban) => {
    const answer = await contracts.post(URL, body(iban), { ifMatch: await etag() });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/iban', code: 'invalid_iban' }] } });
    expect(JSON.stringify(answer.body)).not.toContain(iban);
  },
);

test('who decides on another version of the provider is told so, and nothing is kept', async () => {
  expect((await contracts.post(URL, body(), { ifMatch: '"r99"' })).status).toBe(412);
  expect((await contracts.post(URL, body())).status).toBe(428);
  expect((await contracts.post('/aanbieders/NOBODY/rekeningen', body(), { ifMatch: '"r1"' })).status).toBe(404);
  const { results } = must(await contracts.get<{ results: readonly AccountBody[] }>(URL), 200);
  expect(results).toHaveLength(1);
});

test('the same request twice is one account', async () => {
  const sent = { key: 'account-2', ifMatch: await etag() };
  const other = { ...body('DE89370400440532013000'), activeFrom: '2026-06-01' };
  const answers = [await contracts.post<AccountBody>(URL, other, sent), await contracts.post(URL, other, sent)];
  expect(answers[1]?.body).toEqual(answers[0]?.body);
  expect(must(await contracts.get<{ results: unknown[] }>(URL), 200).results).toHaveLength(2);
});

test('a provider sees its own accounts, covered; another provider none', async () => {
  const own = await running.as('PROVIDER', { organisation: 'PASWERK' });
  const { results } = must(await own.get<{ results: readonly AccountBody[] }>(URL), 200);
  expect(results.map(({ iban }) => iban)).toEqual(['NL91••••••••••4300', 'DE89••••••••••••••3000']);
  const other = await running.as('PROVIDER', { organisation: 'SAGENN' });
  expect((await other.get(URL)).status).toBe(404);
});

test('no file of the data folder holds an account number, nor the name it is in', () => {
  const entries = readdirSync(running.folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(3);
  for (const { name, parentPath } of files) {
    const bytes = readFileSync(join(parentPath, name));
    expect([name, bytes.includes(IBAN), bytes.includes('Stichting Paswerk')]).toEqual([name, false, false]);
  }
});
