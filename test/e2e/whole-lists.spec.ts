import type { ClaimRow, DeskRow } from '@uitkomst/contracts';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, type ClaimBody } from './story.js';
import { rowsIn, type SheetCell } from './spreadsheet.js';

interface List {
  readonly results: readonly ClaimRow[];
}

const clock = storyClock('2004-01-05');
let running: RunningApp;
let file: string;
const callers = new Map<string, Caller>();

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['CALDER', 'FOURSTAR']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['CALDER']);
  for (const providerId of ['CALDER', 'FOURSTAR']) {
    const caller = await running.as('PROVIDER', { organisation: providerId });
    callers.set(providerId, caller);
    const claim = { ...claimFor(providerId, file), providerReference: `N-${providerId}` };
    must(await caller.post<ClaimBody>('/claims', claim));
  }
  callers.set('OFFICER', await running.as('OFFICER', { subject: 'officer-1' }));
  callers.set('CLIENT', await running.as('CLIENT', { client: file }));
  const { ledger, projecting, sealer } = running.app.services;
  await projecting.waitUntil(await ledger.head(), 60_000);
  await sealer.sealed(1, 60_000);
});
afterAll(() => running.stop());

const callerOf = (name: string): Caller => callers.get(name) as Caller;

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const asFile = (name: string, query = '', { path = '/claims', accept = CSV, language = 'nl' } = {}) =>
  running.app.http.inject({
    url: `/v1${path}${query}`,
    headers: { authorization: `Bearer ${callerOf(name).token}`, accept, 'accept-language': language },
  });

/** Cells hold no line end and no quote here. */
const cellsIn = (text: string): readonly Readonly<Record<string, string>>[] => {
  const [head = [], ...rows] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\n')
    .map((line) =>
      Array.from(line.matchAll(/(?:^|;)(?:"([^"]*)"|([^;]*))/g), ([, quoted, bare]) => quoted ?? bare ?? ''),
    );
  return rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])));
};

/** The cells of a row of the list. */
const told = ({ claimId, providerId, state, cents, untilOn, reasons = [] }: ClaimRow) => ({
  claimId,
  providerId,
  state,
  cents: String(cents ?? ''),
  untilOn: untilOn ?? '',
  reasons: reasons.map(({ code }) => code).join(' '),
  asOf: '2008-10-10',
  knownAsOf: '2008-10-10T09:00:00.000Z',
});

test.each(['OFFICER', 'CALDER', 'CLIENT'])(
  'the list of claims as a file holds what %s reads in it, and what it rests on',
  async (name) => {
    const answer = await asFile(name);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="declaraties-2008-10-10.csv"');
    expect(answer.body.startsWith('\uFEFF')).toBe(true);
    const { results } = must(await callerOf(name).get<List>('/claims'), 200);
    const rows = cellsIn(answer.body);
    expect(rows).toMatchObject(results.map(told));
    expect(rows.length).toBe(name === 'CALDER' ? 1 : 2);
    for (const { ledgerHead } of rows) expect(ledgerHead).toMatch(/^[0-9a-f]{64}$/);
  },
);

test('a provider finds nothing of a rival in its file', async () => {
  const { body } = await asFile('CALDER');
  expect(body).toContain('N-CALDER');
  expect(body).not.toMatch(/FOURSTAR/);
});

test('whose data is in a file is recorded like any look', async () => {
  const auditor = await running.as('AUDITOR');
  interface Looks {
    readonly results: readonly { readonly name: string }[];
  }
  const looks = async () =>
    must(await auditor.get<Looks>(`/verwerkingen?dossierRef=${file}&pageSize=100`), 200).results.filter(
      ({ name }) => name === 'listClaims',
    ).length;
  const before = await looks();
  await asFile('OFFICER');
  expect(await looks()).toBe(before + 1);
});

test('a file holds all pages: one of them cannot be asked for', async () => {
  for (const key of ['page', 'pageSize']) {
    const answer = await asFile('OFFICER', `?${key}=1`);
    expect([answer.statusCode, answer.json()]).toMatchObject([400, { errors: [{ in: 'query', pointer: `/${key}` }] }]);
  }
});

test('who may not read the list gets no file', async () => {
  callers.set('FINANCE', await running.as('FINANCE'));
  expect((await asFile('FINANCE')).statusCode).toBe(403);
});

test('the work list as a file holds what its page shows, for who may read the page', async () => {
  const answer = await asFile('OFFICER', '?contested=true', { path: '/werkvoorraad' });
  expect(answer.headers['content-disposition']).toBe('attachment; filename="werkvoorraad-2008-10-10.csv"');
  const { results } = must(
    await callerOf('OFFICER').get<{ results: readonly DeskRow[] }>('/werkvoorraad?contested=true'),
    200,
  );
  expect(results.length).toBe(2);
  expect(cellsIn(answer.body)).toMatchObject(
    results.map(({ claimId, dossierRef, state, submittedOn, dueOn, cents, toPayCents }) => ({
      claimId,
      dossierRef,
      state,
      submittedOn,
      dueOn: dueOn ?? '',
      cents: String(cents ?? ''),
      toPayCents: String(toPayCents),
      attention: expect.stringMatching(/^CONTESTED\b/),
      attentionTexts: expect.stringMatching(/^betwist\b/),
    })),
  );
  expect((await asFile('CALDER', '', { path: '/werkvoorraad' })).statusCode).toBe(403);
});

const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** A cell of a spreadsheet as the CSV writes it. */
function asText({ value, shown }: SheetCell): string {
  if (shown === 'day') return new Date(DAY_ZERO + Number(value) * DAY).toISOString().slice(0, 10);
  return shown === 'euros' ? String(Math.round(Number(value) * 100)) : String(value);
}

const lessHead = ({ ledgerHead: _head, ...row }: Readonly<Record<string, string>>) => row;

/** The column of the CSV with the same amounts in cents. */
const asCents = (column: string): string => column.replace(/^euros$/, 'cents').replace(/Euros$/, 'Cents');

test.each([
  ['OFFICER', '/claims'],
  ['CALDER', '/claims'],
  ['CLIENT', '/claims'],
  ['OFFICER', '/werkvoorraad'],
])('a spreadsheet for %s of %s says what the CSV says, days as days and cents as euros', async (name, path) => {
  const answer = await asFile(name, '', { path, accept: XLSX });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, XLSX]);
  expect(answer.headers['content-disposition']).toMatch(/-2008-10-10\.xlsx"$/);
  const rows = rowsIn(answer.rawPayload);
  const written = cellsIn((await asFile(name, '', { path })).body).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([, text]) => text !== '')),
  );
  const read = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, cell]) => [asCents(key), asText(cell)])),
  );
  // A seal may be made between the one and the other.
  expect(read.map(lessHead)).toEqual(written.map(lessHead));
  const listed = must(await callerOf(name).get<{ results: readonly { cents: number | null }[] }>(path), 200).results;
  const sum = rows.reduce((euros, row) => euros + Number(row['euros']?.value ?? 0), 0);
  expect(Math.round(sum * 100)).toBe(listed.reduce((cents, row) => cents + (row.cents ?? 0), 0));
  for (const row of rows) {
    const shown = ['submittedOn', 'asOf', 'providerId'].map((key) => row[key]?.shown);
    expect(shown).toEqual(['day', 'day', 'plain']);
    for (const [key, cell] of Object.entries(row)) {
      expect([key, typeof cell.value]).toEqual([key, /uros$|On$|^asOf$/.test(key) ? 'number' : 'string']);
      expect([key, cell.shown === 'euros']).toEqual([key, key.toLowerCase().endsWith('euros')]);
    }
  }
});

test.each([CSV, XLSX])('the words in a file as %s are Dutch, and English for who prefers that', async (accept) => {
  const texts = new Map<string, string>();
  for (const language of ['nl', 'en']) {
    const answer = await asFile('CALDER', '', { accept, language });
    expect(answer.headers['content-language']).toBe(language);
    const first =
      accept === CSV ? cellsIn(answer.body)[0]?.['stateText'] : rowsIn(answer.rawPayload)[0]?.['stateText']?.value;
    texts.set(language, String(first));
  }
  const [{ stateText }] = must(await callerOf('CALDER').get<List>('/claims'), 200).results as [ClaimRow];
  expect(stateText).toEqual(Array.from(texts, ([language, value]) => ({ language, value })));
});

test.each([
  ['application/json, text/csv', 'application/json; charset=utf-8'],
  ['application/*', 'application/json; charset=utf-8'],
  [`${CSV};q=0.5, ${XLSX}`, XLSX],
  ['text/*', 'text/csv; charset=utf-8'],
])('of the formats of a list, Accept: %s is answered with %s', async (accept, type) => {
  expect((await asFile('OFFICER', '', { accept })).headers['content-type']).toBe(type);
});

test('a list is not given in a format that nobody offers', async () => {
  expect((await asFile('OFFICER', '', { accept: 'application/pdf' })).statusCode).toBe(406);
});
