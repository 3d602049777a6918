import type { ClaimRow } from '@uitkomst/contracts';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, type ClaimBody } from './story.js';

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

const asFile = (name: string, query = '') =>
  running.app.http.inject({
    url: `/v1/claims${query}`,
    headers: { authorization: `Bearer ${callerOf(name).token}`, accept: 'text/csv' },
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
