import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { reportByFeed } from '@uitkomst/processes/kafka';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, clientWithJob, setOut, storyClock } from './story.js';

const clock = storyClock('2004-01-05');
let running: RunningApp;
let file: string;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN', 'AGENS']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['SAGENN', 'AGENS']);
});
afterAll(() => running.stop());

interface Kept {
  readonly reportId: string;
  readonly deliveryId: string;
}
interface Rows {
  readonly count: number;
  readonly next: string | null;
  readonly results: readonly {
    readonly row: number;
    readonly errors: readonly { readonly pointer: string; readonly message: string }[];
  }[];
}

const benefits = (): Promise<Caller> => running.as('BENEFITS');
const granted = (benefitId: string, fields: object = {}): object => ({
  dossierRef: file,
  type: 'BenefitGranted',
  benefitId,
  kind: 'BIJSTAND',
  validFrom: '2009-06-01',
  ...fields,
});

/** Delivered, and where that can be read. */
async function deliver(caller: Caller, deliveryId: string, rows: readonly object[], more: object = {}) {
  const answer = await caller.post('/leveringen', { deliveryId, system: 'GWS4ALL', rows, ...more });
  expect(answer.status).toBe(202);
  return { answer, place: String(answer.headers['location']).replace('/v1', '') };
}
const namesIn = async (caller: Caller, query = ''): Promise<readonly string[]> =>
  (await caller.get<{ results: readonly Kept[] }>(`/leveringen${query}`)).body.results.map(
    ({ deliveryId }) => deliveryId,
  );

test('what was answered to a delivery is read back where its Location says, row by row, also after a restart', async () => {
  const rows = [granted('L1'), granted('L2', { kind: 'LOTTERY' }), granted('L3'), granted('L4', { percent: 5 })];
  const { answer, place } = await deliver(await benefits(), 'D1', rows, { completeThrough: '2008-10-01' });
  const { rows: told, ...counted } = answer.body as { rows: Rows['results'] };
  await running.restart();
  const reader = await benefits();
  const kept = await reader.get<Kept>(place);
  expect(kept).toMatchObject({ status: 200, body: { ...counted, recorded: 2, refused: 2, watermark: 'WITHHELD' } });
  expect(kept.body).toMatchObject({ system: 'GWS4ALL', completeThrough: '2008-10-01', organisation: 'gemeente-0000' });
  expect(kept.body).toMatchObject({ deliveredAt: expect.stringMatching(/^2008-10-10T/) as string });
  expect((await reader.get<{ results: unknown }>('/leveringen')).body.results).toEqual([kept.body]);
  const all = (await reader.get<Rows>(`${place}/regels`)).body.results;
  expect(all.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
  expect(all.slice(0, 3)).toEqual(told.slice(0, 3));
  const refused = (await reader.get<Rows>(`${place}/regels?status=REFUSED&pageSize=1`)).body;
  expect(refused).toMatchObject({ count: 2, results: [{ row: 2, errors: [{ pointer: '/rows/1/kind' }] }] });
  const second = (await reader.get<Rows>(String(refused.next).replace('/v1', ''))).body;
  expect(second.results.map(({ row }) => row)).toEqual([4]);
});

test('nothing that stood in a row is kept, not even what an unknown field was called', async () => {
  const rows = [
    granted('P1', { [`bsn ${BSNS[1]}`]: 'x', source: { 'Jansen-Pietersen': 'x' } }),
    granted('P2', { bsn: BSNS[2], dossierRef: undefined }),
    { type: 'BenefitStopped', dossierRef: file, benefitId: 'KAREL', reason: 'MOVED', validFrom: '2009-06-01' },
  ];
  const { place } = await deliver(await benefits(), 'D-OWN', rows);
  const { results } = (await (await benefits()).get<Rows>(`${place}/regels`)).body;
  expect(results).toMatchObject([
    { errors: [{ pointer: '/rows/0/source' }, { pointer: '/rows/0' }] },
    { code: 'NOT_FOUND', errors: [{ pointer: '/rows/1/bsn' }] },
    { code: 'UNKNOWN_REFERENCE', errors: [{ pointer: '/rows/2/benefitId', message: 'Onbekende verwijzing.' }] },
  ]);
  await running.restart();
  const files = readdirSync(running.folder).filter((name) => name.startsWith('delivery-reports'));
  expect(files).not.toEqual([]);
  for (const name of files) {
    const bytes = readFileSync(join(running.folder, name)).toString('latin1');
    expect([BSNS[1], BSNS[2], 'Jansen', 'KAREL'].filter((what) => bytes.includes(what))).toEqual([]);
  }
  const named = await (await benefits()).post('/leveringen', { deliveryId: BSNS[1], system: 'GWS4ALL', rows });
  expect(named).toMatchObject({ status: 400, body: { errors: [{ pointer: '/deliveryId' }] } });
});

test('each organisation reads its own deliveries, an auditor all of them, whoever delivers nothing none', async () => {
  const service = {
    type: 'ServiceDelivered',
    dossierRef: file,
    trajectId: 'T-SAGENN',
    kind: 'TRAINING',
    validFrom: '2008-06-01',
  };
  const sagenn = await running.as('PROVIDER', { organisation: 'SAGENN' });
  const { place } = await deliver(sagenn, 'S1', [service], { system: 'PROVIDER_API' });
  const agens = await running.as('PROVIDER', { organisation: 'AGENS' });
  const auditor = await running.as('AUDITOR');
  expect(await namesIn(sagenn)).toEqual(['S1']);
  expect(await namesIn(agens)).toEqual([]);
  expect(await namesIn(await benefits())).not.toContain('S1');
  expect(await namesIn(auditor)).toEqual(['S1', 'D-OWN', 'D1']);
  expect(await namesIn(auditor, '?deliveryId=D1')).toEqual(['D1']);
  for (const path of [place, `${place}/regels`]) {
    for (const reader of [sagenn, auditor]) expect((await reader.get(path)).status).toBe(200);
    for (const stranger of [agens, await benefits()]) expect((await stranger.get(path)).status).toBe(404);
    for (const role of ['OFFICER', 'CASEMGR', 'CONTRACTS'] as const)
      expect((await (await running.as(role)).get(path)).status).toBe(403);
  }
  expect((await (await running.as('CLIENT', { client: file })).get('/leveringen')).status).toBe(403);
});

test('what a source sent by message is read by who works with that source, and by no namesake of it', async () => {
  const { services } = running.app;
  reportByFeed(services)([
    {
      message: { topic: 'uitkomst.leveringen.v1', partition: 0, offset: '7', value: '{}' },
      deliverer: { municipality: services.settings.municipality, orgId: 'GWS4ALL', role: 'BENEFITS' },
      delivery: { deliveryId: 'M1', system: 'GWS4ALL', rows: [{}] },
      rows: [{ row: 1, status: 'REFUSED', code: 'NOT_FOUND', errors: [] }],
      watermark: 'NOT_ASKED',
    },
  ]);
  const { body } = await (await benefits()).get<{ results: readonly Kept[] }>('/leveringen?deliveryId=M1');
  const organisation = 'GWS4ALL';
  expect(body.results).toMatchObject([{ organisation, system: 'GWS4ALL', refused: 1, watermark: 'NOT_ASKED' }]);
  const path = `/leveringen/${body.results[0]?.reportId ?? ''}/regels`;
  expect((await (await running.as('AUDITOR')).get<Rows>(path)).body.results).toMatchObject([{ row: 1 }]);
  for (const stranger of [await running.as('REGISTRY'), await running.as('PROVIDER', { organisation })]) {
    expect((await stranger.get(path)).status).toBe(404);
    expect(await namesIn(stranger)).not.toContain('M1');
  }
});

test('delivered again is another report; the same request again is the same one', async () => {
  const caller = await benefits();
  const sent = { deliveryId: 'D-TWICE', system: 'GWS4ALL', rows: [granted('T1')] };
  const first = await caller.post('/leveringen', sent, { key: 'twice' });
  const again = await caller.post('/leveringen', sent, { key: 'twice' });
  expect(again.headers['location']).toBe(first.headers['location']);
  await caller.post('/leveringen', sent);
  const { results } = (await caller.get<{ results: unknown }>('/leveringen?deliveryId=D-TWICE')).body;
  expect(results).toMatchObject([
    { recorded: 0, duplicates: 1 },
    { recorded: 1, duplicates: 0 },
  ]);
});

test('after a backup of the ledger was put back nothing is told of rows that it lacks', async () => {
  const before = await deliver(await benefits(), 'D-BEFORE', [granted('U1')]);
  const ledgerFiles = (): string[] => readdirSync(running.folder).filter((name) => name.startsWith('ledger.db'));
  const backup = (name: string): string => join(running.folder, `backup-${name}`);
  await running.restart(() => {
    for (const name of ledgerFiles()) copyFileSync(join(running.folder, name), backup(name));
  });
  const lost = await deliver(await benefits(), 'D-LOST', [granted('U2')]);
  expect(await namesIn(await benefits())).toContain('D-LOST');
  await running.restart(() => {
    const saved = ledgerFiles();
    for (const name of saved) rmSync(join(running.folder, name));
    for (const name of readdirSync(running.folder).filter((each) => each.startsWith('backup-')))
      copyFileSync(join(running.folder, name), join(running.folder, name.slice('backup-'.length)));
  });
  const reader = await benefits();
  expect((await reader.get(before.place)).status).toBe(200);
  for (const path of [lost.place, `${lost.place}/regels`]) expect((await reader.get(path)).status).toBe(404);
  const names = await namesIn(reader);
  expect(names).toContain('D-BEFORE');
  expect(names).not.toContain('D-LOST');
});
