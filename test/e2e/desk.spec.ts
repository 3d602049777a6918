import { determined, record, submitted } from '../../libs/projections/src/testing/index.js';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { rowsIn } from './spreadsheet.js';
import { BSNS, clientWithJob, setOut, storyClock } from './story.js';

interface Row {
  readonly claimId: string;
  readonly contested: boolean;
  readonly stale: boolean;
  readonly outcome: string | null;
  readonly cents: number | null;
  readonly dueOn: string | null;
}
interface Page<T> {
  readonly count: number;
  readonly next: string | null;
  readonly results: readonly T[];
}

const CLAIMS = 10_000;
const AT_ONCE = 250;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const clock = storyClock('2004-01-05');
let running: RunningApp;
let officer: Caller;

const personRef = (n: number): string =>
  Array.from({ length: 13 }, (_, at) => LETTERS.charAt(Math.floor(n / 32 ** at) % 32)).join('');

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN']);
  clock.moveTo('2008-06-01');
  await clientWithJob(running, BSNS[0], ['SAGENN']);
  const { ledger, projecting } = running.app.services;
  for (let first = 0; first < CLAIMS; first += AT_ONCE)
    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) => {
        const n = first + index;
        const person = personRef(n);
        const claimId = `${person}.a`;
        const claims = [
          submitted(claimId, `P${n % 20}`, { jobId: 'J1', submittedOn: '2008-03-01' }),
          n % 2 === 0
            ? determined(claimId, 'ELIGIBLE', { cents: 1000 + n })
            : determined(claimId, 'PENDING', {
                open: ['NOT_YET_MATURE'],
                untilOn: n % 4 === 1 ? '2008-05-01' : '2009-05-01',
              }),
        ];
        const rival =
          n % 1000 === 0 ? [submitted(`${person}.b`, 'RIVAL', { jobId: 'J1', submittedOn: '2008-04-01' })] : [];
        return record(ledger, `client-0000-${person}`, ...claims, ...rival);
      }),
    );
  await projecting.waitUntil(await ledger.head(), 120_000);
  officer = await running.as('OFFICER');
});
afterAll(() => running.stop());

const ask = async (query: string): Promise<Page<Row>> => {
  const answer = await officer.get<Page<Row>>(`/werkvoorraad?${query}`);
  expect([query, answer.status]).toEqual([query, 200]);
  return answer.body;
};

test('among 10,000 claims the contested come first, and every filter finds what it says', async () => {
  const first = await ask('pageSize=25');
  expect(first.count).toBe(CLAIMS + CLAIMS / 1000);
  expect(first.results.map(({ contested }) => contested)).toEqual(Array.from({ length: 25 }, (_, at) => at < 20));
  expect((await ask('contested=true')).count).toBe(20);
  expect((await ask('outcome=PENDING&overdue=true')).count).toBe(CLAIMS / 4);
  expect((await ask('underway=true')).count).toBe(first.count);
  expect((await ask('underway=false')).count).toBe(0);
  const { results } = await ask('providerId=P4&outcome=ELIGIBLE&sort=-cents&pageSize=3');
  expect(results.map(({ cents }) => cents)).toEqual([10_984, 10_964, 10_944]);
  expect((await ask('attention=FRESH_APPROVAL')).count).toBe(0);
  expect((await ask('attention=ALARM')).count).toBe(0);
  expect((await ask(`q=${personRef(77)}`)).results.map(({ claimId }) => claimId)).toEqual([`${personRef(77)}.a`]);
  const due = await ask('sort=-dueOn&pageSize=1');
  expect([due.results[0]?.dueOn, due.next]).toEqual(['2009-05-01', expect.stringContaining('page=2')]);
});

test('a filter on 10,000 claims answers at once, and says how fast (meant: within 200 ms)', async () => {
  const queries = [
    'state=ELIGIBLE',
    'overdue=true&sort=dueOn',
    'q=ref',
    'contested=true',
    'providerId=P3&sort=-cents',
    'attention=NOTICE&page=3',
  ];
  const took: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    await ask(query);
    took.push(performance.now() - started);
  }
  const [least, most] = [Math.min(...took), Math.max(...took)];
  process.stdout.write(
    `desk: a filter on ${CLAIMS} claims answers in ${least.toFixed(0)} to ${most.toFixed(0)} ms over HTTP\n`,
  );
  expect(most).toBeLessThan(5000); // Not a measurement: something is wrong with an index where it takes seconds.
});

test.each(['/claims', '/werkvoorraad'])(
  'a file of %s holds at most 10,000 rows: more is refused, in words and without a look at anybody, and never cut off',
  async (path) => {
    const auditor = await running.as('AUDITOR');
    const looks = async () => (await auditor.get<Page<object>>(`/verwerkingen?dossierRef=${personRef(5)}`)).body.count;
    const before = await looks();
    const asked = { accept: 'text/csv', 'accept-language': 'en' };
    expect(await officer.get(path, asked)).toMatchObject({
      status: 400,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
      body: {
        type: 'urn:uitkomst:probleem:ongeldige-invoer',
        detail: expect.stringMatching(/10010 rows.*10000 at most/),
      },
    });
    expect(await looks()).toBe(before);
  },
);

const fileAs = (accept: string) =>
  running.app.http.inject({
    url: '/v1/werkvoorraad?contested=false&sort=-cents',
    headers: { authorization: `Bearer ${officer.token}`, accept },
  });

test('below that bound a file holds all that was asked for, in its order, and adds up to the cent', async () => {
  const uncontested = Array.from({ length: CLAIMS }, (_, n) => n).filter((n) => n % 1000 !== 0);
  const [, first, ...rest] = (await fileAs('text/csv')).body.trimEnd().split('\n');
  expect(first).toContain(`${personRef(9998)}.a`);
  expect(1 + rest.length).toBe(uncontested.length);
  const sheet = rowsIn((await fileAs('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')).rawPayload);
  const sum = sheet.reduce((cents, row) => cents + Math.round(Number(row['euros']?.value ?? 0) * 100), 0);
  expect(sum).toBe(uncontested.filter((n) => n % 2 === 0).reduce((cents, n) => cents + 1000 + n, 0));
});

test('an unknown filter, outcome or order is refused by its name', async () => {
  for (const query of [
    'colour=red',
    'state=OPEN',
    'outcome=GOOD',
    'sort=name',
    'overdue=false',
    'q=a',
    'attention=ALL',
  ])
    expect([query, (await officer.get(`/werkvoorraad?${query}`)).status]).toEqual([query, 400]);
  expect((await officer.get('/claims?state=OPEN')).status).toBe(400);
});

test('trajects of which nothing was heard for six weeks are told to staff, and to nobody else', async () => {
  const manager = await running.as('CASEMGR');
  const silent = async () =>
    (
      await manager.get<Page<{ silentDays: number; providerId: string; lastHeard: string }>>(
        '/werkvoorraad/stille-trajecten',
      )
    ).body;
  expect((await silent()).count).toBe(0);
  clock.moveTo('2008-07-13');
  expect((await silent()).results).toMatchObject([{ providerId: 'SAGENN', silentDays: 42 }]);
  for (const role of ['PROVIDER', 'CLIENT', 'FINANCE'] as const) {
    const other = await running.as(role, role === 'CLIENT' ? { client: personRef(1) } : {});
    expect((await other.get('/werkvoorraad/stille-trajecten')).status).toBe(403);
  }
});
