import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, type ClaimBody } from './story.js';

interface Entry {
  readonly eventId: string;
  readonly type: string;
  readonly dossierRef: string;
  readonly leafHash: string;
  readonly sealed: boolean;
}
interface Feed {
  readonly next: string | null;
  readonly results: readonly Entry[];
}

const clock = storyClock('2004-01-05');
let running: RunningApp;
let shared: string;
let alone: string;
let calder: Caller;
let fourstar: Caller;
let client: Caller;
let auditor: Caller;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['CALDER', 'FOURSTAR']);
  clock.moveTo('2008-10-10');
  shared = await clientWithJob(running, BSNS[0], ['CALDER', 'FOURSTAR']);
  await clientWithJob(running, BSNS[1], ['FOURSTAR']);
  alone = await clientWithJob(running, BSNS[2], ['CALDER']);
  calder = await running.as('PROVIDER', { organisation: 'CALDER' });
  fourstar = await running.as('PROVIDER', { organisation: 'FOURSTAR' });
  client = await running.as('CLIENT', { client: shared });
  auditor = await running.as('AUDITOR');
  must(await calder.post<ClaimBody>('/claims', claimFor('CALDER', shared)));
  must(await calder.post<ClaimBody>('/claims', claimFor('CALDER', alone)));
});
afterAll(() => running.stop());

/** Lists may be a moment behind what was recorded, and so may the leaves. */
async function settled(): Promise<void> {
  const { ledger, projecting, sealer } = running.app.services;
  await projecting.waitUntil(await ledger.head(), 60_000);
  let last = '';
  for await (const { id, type } of ledger.readAll()) if (type !== 'TreeHeadSigned') last = id;
  while (sealer.log.indexOf(last) === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function feed(caller: Caller, query = '?pageSize=100'): Promise<Feed> {
  await settled();
  return must(await caller.get<Feed>(`/gebeurtenissen${query}`), 200);
}
/** The provider helped the client on a day. */
async function serve(file: string, validFrom: string): Promise<void> {
  const service = { type: 'ServiceDelivered', trajectId: 'T-CALDER', kind: 'VACANCY_REFERRAL', validFrom };
  const origin = { source: { system: 'PROVIDER_API' }, assurance: 'ASSERTED_BY_PROVIDER' };
  must(await calder.post(`/dossiers/${file}/feiten`, { ...service, ...origin }));
}
const typesOf = ({ results }: Feed): readonly string[] => results.map(({ type }) => type);

test('a provider reads its own part of every file it has a part in, the newest first, and nothing to count others by', async () => {
  const { results, ...page } = await feed(calder);
  expect(page).toEqual({ next: null, previous: null });
  expect(results.map(({ type, dossierRef }) => [type, dossierRef])).toEqual([
    ['ClaimSubmitted', alone],
    ['ClaimSubmitted', shared],
    ['ServiceDelivered', alone],
    ['TrajectAssigned', alone],
    ['ServiceDelivered', shared],
    ['TrajectAssigned', shared],
  ]);
  const told = ['dossierRef', 'eventId', 'leafHash', 'recordedAt', 'role', 'sealed', 'type'];
  for (const entry of results) expect(Object.keys(entry).toSorted()).toEqual(told);
});

test('each entry can be proven by whoever reads it, and by no rival', async () => {
  interface Proof {
    readonly type: string;
    readonly inclusion: { readonly leafHash: string };
  }
  for (const caller of [calder, client])
    for (const { eventId, type, leafHash } of (await feed(caller)).results) {
      const proof = must(await caller.get<Proof>(`/gebeurtenissen/${eventId}/bewijs`), 200);
      expect([proof.type, proof.inclusion.leafHash]).toEqual([type, leafHash]);
    }
  for (const { eventId } of (await feed(calder)).results)
    expect((await fourstar.get(`/gebeurtenissen/${eventId}/bewijs`)).status).toBe(404);
  expect((await feed(calder)).results.every(({ sealed }) => sealed)).toBe(true);
});

test('a rival’s claim changes no letter of a provider’s feed, and the rival reads it in its own', async () => {
  const before = JSON.stringify(await feed(calder));
  must(await fourstar.post<ClaimBody>('/claims', claimFor('FOURSTAR', shared)));
  expect(JSON.stringify(await feed(calder))).toBe(before);
  expect(typesOf(await feed(fourstar))[0]).toBe('ClaimSubmitted');
});

test('the feed goes on from the event that was told last: what is recorded meanwhile shifts nothing', async () => {
  const whole = await feed(calder);
  const seen: string[] = [];
  let url: string | null = '?pageSize=2';
  while (url !== null) {
    const { results, next }: Feed = await feed(calder, url);
    seen.push(...results.map(({ eventId }) => eventId));
    expect([null, `/v1/gebeurtenissen?pageSize=2&after=${results.at(-1)?.eventId}`]).toContain(next);
    url = next?.replace('/v1/gebeurtenissen', '') ?? null;
    await serve(alone, `2008-06-1${seen.length}`);
  }
  expect(seen).toEqual(whole.results.map(({ eventId }) => eventId));
});

test('a client reads all of its own file and nothing of another', async () => {
  for (const day of ['21', '22', '23', '24', '25']) await serve(shared, `2008-06-${day}`);
  const { results } = await feed(client);
  expect(new Set(results.map(({ dossierRef }) => dossierRef))).toEqual(new Set([shared]));
  const everything = must(await auditor.get<Feed>('/gebeurtenissen?pageSize=100'), 200).results;
  const own = everything.filter(({ dossierRef }) => dossierRef === shared).map(({ eventId }) => eventId);
  expect(results.map(({ eventId }) => eventId)).toEqual(own);
  expect(own.length).toBeGreaterThan(16);
  expect(typesOf({ next: null, results })).toEqual(expect.arrayContaining(['BenefitStopped', 'ClaimDetermined']));
});

test('a place is an event of one’s own feed: a rival’s is as little one as what does not exist, and there are no pages', async () => {
  const [rivals] = (await feed(fourstar)).results;
  const unknown = await calder.get<object>('/gebeurtenissen?after=00000000-0000-7000-8000-000000000000');
  expect(unknown).toMatchObject({ status: 400, body: { errors: [{ in: 'query', pointer: '/after' }] } });
  const { traceId: _trace, ...problem } = unknown.body as Record<string, unknown>;
  expect((await calder.get(`/gebeurtenissen?after=${rivals?.eventId}`)).body).toMatchObject(problem);
  for (const after of ['bmEgMQ', 'x']) expect((await calder.get(`/gebeurtenissen?after=${after}`)).status).toBe(400);
  const paged = await calder.get('/gebeurtenissen?page=1');
  expect(paged).toMatchObject({ status: 400, body: { errors: [{ in: 'query', pointer: '/page' }] } });
});
