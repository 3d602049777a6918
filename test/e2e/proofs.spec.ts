import {
  changedParts,
  growsFrom,
  hexToBytes,
  includes,
  isSignedBy,
  leafHashOf,
  parseCheckpoint,
  parseNote,
  parsePublicKeys,
  promiseText,
  utf8ToBytes,
  type VerifierKey,
} from '@uitkomst/ledger/verify';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, watermarks, type ClaimBody } from './story.js';

interface Inclusion {
  readonly leafHash: string;
  readonly leafIndex: number;
  readonly size: number;
  readonly hashes: readonly string[];
  readonly checkpoint: string;
}
interface EventProof {
  readonly eventId: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly leaf?: string;
  readonly dossierRef?: string;
  readonly parts?: Readonly<Record<string, { readonly salt: string; readonly text: string }>>;
  readonly inclusion: Inclusion;
}
interface Receipt {
  readonly eventId: string;
  readonly type: string;
  readonly leafHash: string;
  readonly recordedAt: string;
  readonly sealedBefore: string;
  readonly promise: string;
}
interface SealBody {
  readonly size: number;
  readonly rootHash: string;
  readonly checkpoint: string;
  readonly consistency?: readonly string[];
}

const clock = storyClock('2004-01-05');
let running: RunningApp;
let auditor: Caller;
let calder: Caller;
let foreign: Caller;
let claim: ClaimBody & { readonly receipt: Receipt };
let keys: readonly VerifierKey[];

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['CALDER', 'FOURSTAR']);
  clock.moveTo('2008-10-10');
  const file = await clientWithJob(running, BSNS[0], ['CALDER']);
  auditor = await running.as('AUDITOR');
  calder = await running.as('PROVIDER', { organisation: 'CALDER' });
  foreign = await running.as('PROVIDER', { organisation: 'FOURSTAR' });
  claim = must(await calder.post<typeof claim>('/claims', claimFor('CALDER', file)));
  const { results } = must(await calder.get<{ readonly results: readonly string[] }>('/zegelsleutels'), 200);
  keys = parsePublicKeys(results.join('\n')).map(({ key }) => key);
});
afterAll(() => running.stop());

/** Whether a leaf is in the log of the keys that were published. */
async function isProven({ checkpoint, leafHash, leafIndex, hashes, size }: Inclusion): Promise<boolean> {
  const note = parseNote(checkpoint);
  const signed = parseCheckpoint(note.text);
  const proof = { index: leafIndex, size, hashes: hashes.map(hexToBytes) };
  return (await isSignedBy(note, keys)) && signed.size === size && includes(signed.root, proof, hexToBytes(leafHash));
}

test('whoever records something is promised, signed, that it will be sealed within a day', async () => {
  const { receipt } = claim;
  const note = parseNote(receipt.promise);
  expect(await isSignedBy(note, keys)).toBe(true);
  expect(note.text).toBe(promiseText({ ...receipt, origin: keys[0]?.name ?? '' }));
  expect([receipt.type, receipt.sealedBefore]).toEqual(['ClaimSubmitted', '2008-10-11T09:00:00.000Z']);
});

test('the same request again gets the same promise', async () => {
  const body = { system: 'UWV_POLIS', completeThrough: '2008-09-30' };
  const registry = await running.as('REGISTRY', { organisation: 'UWV' });
  const [first, again] = [
    await registry.post<{ readonly receipt: Receipt }>('/watermerken', body, { key: 'same' }),
    await registry.post<{ readonly receipt: Receipt }>('/watermerken', body, { key: 'same' }),
  ];
  expect(must(first).receipt.promise).toContain('/promise\n');
  expect(again.body).toEqual(first.body);
});

test('right after it was recorded an event is proven to stand in the sealed ledger', async () => {
  const { eventId, leafHash } = claim.receipt;
  const own = must(await calder.get<EventProof>(`/gebeurtenissen/${eventId}/bewijs`), 200);
  expect([own.eventId, own.type, own.leaf, own.inclusion.leafHash]).toEqual([
    eventId,
    'ClaimSubmitted',
    undefined,
    leafHash,
  ]);
  expect(await isProven(own.inclusion)).toBe(true);
  expect(await isProven({ ...own.inclusion, leafIndex: own.inclusion.leafIndex + 1 })).toBe(false);
  const whole = must(await auditor.get<EventProof>(`/gebeurtenissen/${eventId}/bewijs`), 200);
  expect(Buffer.from(leafHashOf(utf8ToBytes(whole.leaf ?? ''))).toString('hex')).toBe(leafHash);
  const { leaf = '', parts = {} } = whole;
  expect(Object.keys(parts).toSorted()).toEqual(['actor', 'open', 'provider']);
  expect([own.parts, own.dossierRef, changedParts(leaf, parts)]).toEqual([undefined, undefined, []]);
  expect(whole.dossierRef).toBe(claim.claimId.split('.')[0]);
  const { open = { salt: '', text: '' } } = parts;
  expect(changedParts(leaf, { ...parts, open: { ...open, text: `${open.text} ` } })).toEqual(['open']);
});

test('a claim has its proof, and others have none of it', async () => {
  const url = `/claims/${claim.claimId}/bewijs`;
  const { submission, other } = must(
    await calder.get<{ readonly submission: EventProof; readonly other?: unknown }>(url),
    200,
  );
  expect([submission.eventId, other]).toEqual([claim.receipt.eventId, undefined]);
  expect(await isProven(submission.inclusion)).toBe(true);
  for (const path of [url, `/gebeurtenissen/${claim.receipt.eventId}/bewijs`])
    expect((await foreign.get(path)).status).toBe(404);
  expect((await auditor.get('/gebeurtenissen/00000000-0000-7000-8000-000000000000/bewijs')).status).toBe(404);
});

test('an auditor leafs through the ledger itself, the newest first; an officer does not', async () => {
  interface Entry {
    readonly leafIndex: number;
    readonly eventId: string;
    readonly type: string;
    readonly stream: string;
    readonly dossierRef?: string;
    readonly leafHash: string;
    readonly sealed: boolean;
  }
  type Page = { readonly count: number; readonly next: string | null; readonly results: readonly Entry[] };
  const pages = [1, 2, 3].map((page) => auditor.get<Page>(`/gebeurtenissen?page=${page}&pageSize=7`));
  const [first, second, third] = (await Promise.all(pages)).map((answer) => must(answer, 200));
  if (first === undefined || second === undefined || third === undefined) throw new Error('There are three pages');
  const places = [first, second, third].flatMap(({ results }) => results.map(({ leafIndex }) => leafIndex));
  expect(places).toEqual(Array.from({ length: 21 }, (_, index) => first.count - 1 - index));
  const whole = must(await auditor.get<Page>('/gebeurtenissen?pageSize=100'), 200).results;
  const submission = whole.find(({ eventId }) => eventId === claim.receipt.eventId);
  expect(submission).toMatchObject({
    type: 'ClaimSubmitted',
    dossierRef: claim.claimId.split('.')[0],
    stream: `client-${claim.claimId.split('.')[0]}`,
    leafHash: claim.receipt.leafHash,
    sealed: true,
  });
  expect(whole.some(({ type }) => type === 'TreeHeadSigned')).toBe(false);
  for (const role of ['OFFICER', 'FINANCE'] as const)
    expect((await (await running.as(role)).get('/gebeurtenissen')).status).toBe(403);
});

test('anyone can see that the ledger only grew from one seal to the next', async () => {
  const registry = await running.as('REGISTRY', { organisation: 'UWV' });
  const { receipt } = must(
    await registry.post<{ readonly receipt: Receipt }>('/watermerken', {
      system: 'UWV_POLIS',
      completeThrough: '2008-10-05',
    }),
  );
  must(await auditor.get(`/gebeurtenissen/${receipt.eventId}/bewijs`), 200); // Waits for the seal.
  const page = must(
    await auditor.get<{ readonly count: number; readonly results: readonly SealBody[] }>('/zegels'),
    200,
  );
  const [newest] = page.results;
  const oldest = page.results.at(-1);
  if (newest === undefined || oldest === undefined || page.count < 2) throw new Error('There are no two seals');
  const again = must(await auditor.get<SealBody>(`/zegels/${newest.size}?fromSize=${oldest.size}`), 200);
  const proof = { from: oldest.size, size: newest.size, hashes: (again.consistency ?? []).map(hexToBytes) };
  expect(growsFrom(hexToBytes(oldest.rootHash), hexToBytes(newest.rootHash), proof)).toBe(true);
  expect(growsFrom(hexToBytes(newest.rootHash), hexToBytes(oldest.rootHash), proof)).toBe(false);
  const goingOn = must(await auditor.get<{ readonly next: string }>('/zegels?pageSize=1'), 200).next.replace('/v1', '');
  await registry.post('/watermerken', { system: 'UWV_POLIS', completeThrough: '2008-10-06' });
  const sizes = async () => (await auditor.get<{ readonly results: readonly SealBody[] }>('/zegels')).body.results;
  while ((await sizes()).length <= page.results.length) await new Promise((resolve) => setTimeout(resolve, 50));
  const { results: second } = must(await auditor.get<{ readonly results: readonly SealBody[] }>(goingOn), 200);
  expect(second.map(({ size }) => size)).toEqual([page.results[1]?.size]); // A new seal shifted nothing.
  expect((await auditor.get('/zegels?after=x')).status).toBe(400);
  expect((await auditor.get(`/zegels/${newest.size + 1_000}`)).status).toBe(404);
  expect((await auditor.get(`/zegels/${newest.size}?fromSize=${newest.size + 1}`)).status).toBe(400);
});

const etagOf = async (caller: Caller, url: string): Promise<string> => String((await caller.get(url)).headers['etag']);

async function paid(claimId: string): Promise<void> {
  const url = `/claims/${claimId}`;
  for (const [role, subject] of [
    ['OFFICER', 'officer-1'],
    ['APPROVER2', 'approver-1'],
  ] as const) {
    const officer = await running.as(role, { subject });
    const { determinationId, decisionHash } = (await officer.get<ClaimBody>(url)).body;
    const decision = { decision: 'APPROVE', determinationId, decisionHash };
    must(await officer.post(`${url}/beoordelingen`, decision, { ifMatch: await etagOf(officer, url) }));
  }
  const preparer = await running.as('OFFICER', { subject: 'officer-2' });
  const { ledger, projecting } = running.app.services;
  await projecting.waitUntil(await ledger.head(), 60_000);
  const prepared = await preparer.post<{ batchId: string }>('/betaalbatches', { claimIds: [claimId] });
  const payer = await running.as('OFFICER', { subject: 'officer-3' });
  const ifMatch = String(prepared.headers['etag']);
  must(await payer.post(`/betaalbatches/${must(prepared).batchId}/vrijgaven`, {}, { ifMatch }));
}

describe('a claim that is rejected because another was paid', () => {
  let rejected: ClaimBody;

  beforeAll(async () => {
    const file = await clientWithJob(running, BSNS[1], ['FOURSTAR', 'CALDER']);
    clock.moveTo('2009-04-10');
    await watermarks(running, '2009-04-09');
    const first = must(await calder.post<ClaimBody>('/claims', claimFor('CALDER', file)));
    await paid(first.claimId);
    rejected = must(await foreign.post<ClaimBody>('/claims', claimFor('FOURSTAR', file)));
  });

  it('proves after the letter that and when another was paid, and not whose', async () => {
    const url = `/claims/${rejected.claimId}/bewijs`;
    const officer = await running.as('OFFICER', { subject: 'officer-1' });
    const seen = (await officer.get<ClaimBody>(`/claims/${rejected.claimId}`)).body;
    expect(seen.reasons.map(({ code }) => code)).toContain('OUTFLOW_ALREADY_PAID');
    expect((await foreign.get(url)).body['other']).toBeUndefined();
    clock.moveTo('2009-04-20');
    const letter = { subjectEventId: seen.determinationId, letterId: 'L1' };
    must(await officer.post(`/claims/${rejected.claimId}/bekendmakingen`, letter));
    const { body } = await foreign.get<{
      readonly other: {
        readonly tag: string;
        readonly recordedOn: string;
        readonly statement: string;
        readonly inclusion: Inclusion;
      };
    }>(url);
    const { tag, recordedOn, statement, inclusion } = body.other;
    expect(recordedOn).toBe('2009-04-10');
    expect(await isProven(inclusion)).toBe(true);
    const note = parseNote(statement);
    expect(await isSignedBy(note, keys)).toBe(true);
    expect(note.text.split('\n').slice(1)).toEqual([tag, inclusion.leafHash, recordedOn, '']);
    expect(JSON.stringify(body)).not.toMatch(/CALDER|officer|client-|ALREADY_PAID/);
  });
});
