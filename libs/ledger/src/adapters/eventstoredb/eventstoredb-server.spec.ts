import { randomUUID } from 'node:crypto';
import {
  binaryEvent,
  END,
  EventStoreDBClient,
  jsonEvent,
  MaxAppendSizeExceededError,
  NO_STREAM,
  START,
  StreamDeletedError,
  streamNameFilter,
  WrongExpectedVersionError,
  type AppendExpectedRevision,
  type BinaryEventType,
  type EventData,
} from '@eventstore/db-client';
import { served, type Served } from '../../../../../test/stores/eventstoredb-stand-in/served.js';
import { until } from '../../contract/bench-of-ledgers.js';
import { addressIn, type Address } from './address.js';

// What the ledger relies on, row by row of what was seen of a real server (ledger.md §3): a server of which one of these fails must
// not keep a ledger. Nothing of ours is between the client and the server here.

const STREAMS = 20;
const RACERS = 20;

let server: Served;
let address: Address;
let client: EventStoreDBClient;
let streams = 0;
beforeAll(async () => {
  server = await served();
  address = addressIn(server.freshUrl());
  client = EventStoreDBClient.connectionString(address.url);
});
afterAll(async () => {
  await client.dispose();
  await server.close();
});

const fresh = () => `${address.ledger}.row-${(streams += 1)}`;
const an = (text: string, id: string = randomUUID()) =>
  binaryEvent({ id, type: 'Row', data: Buffer.from(text), metadata: Buffer.from(`about ${text}`) });

type Sent = EventData<BinaryEventType> | EventData<BinaryEventType>[];
const append = (stream: string, expectedRevision: AppendExpectedRevision, events: Sent) =>
  client.appendToStream(stream, events, { expectedRevision, credentials: address.credentials });

const refused = async (appending: Promise<unknown>): Promise<unknown> =>
  appending.then(
    () => undefined,
    (error) => error,
  );

async function read(stream: string) {
  const events = [];
  for await (const { event } of client.readStream(stream)) if (event) events.push(event);
  return events;
}
const texts = async (stream: string) =>
  (await read(stream)).map(({ data }) => Buffer.from(data as unknown as Uint8Array).toString());

test('a wrong expectation is refused and told what is there', async () => {
  const stream = fresh();
  const tooFar = await refused(append(stream, 3n, an('a')));
  expect(tooFar).toBeInstanceOf(WrongExpectedVersionError);
  expect(tooFar).toMatchObject({ actualVersion: 'no_stream' });
  await append(stream, NO_STREAM, [an('a'), an('b')]);
  expect(await refused(append(stream, NO_STREAM, an('c')))).toMatchObject({ actualVersion: 1n });
  expect(await refused(append(stream, 0n, an('c')))).toMatchObject({ actualVersion: 1n });
  expect(await texts(stream)).toEqual(['a', 'b']);
});

test(`of ${RACERS} racers for each of ${STREAMS} streams exactly one wins`, async () => {
  for (let race = 0; race < STREAMS; race += 1) {
    const stream = fresh();
    const answers = await Promise.all(
      Array.from({ length: RACERS }, (_, racer) => refused(append(stream, NO_STREAM, an(`racer ${racer}`)))),
    );
    expect(answers.filter((error) => error === undefined)).toHaveLength(1);
    expect(answers.filter((error) => error instanceof WrongExpectedVersionError)).toHaveLength(RACERS - 1);
    expect(await read(stream)).toHaveLength(1);
  }
});

test('the same id under the original expectation gives the original place, also after the stream moved on', async () => {
  const stream = fresh();
  const [first, second] = [an('a'), an('b')];
  const stored = await append(stream, NO_STREAM, first);
  const next = await append(stream, 0n, second);
  await append(stream, 1n, an('c'));
  expect(await append(stream, NO_STREAM, first)).toEqual(stored);
  expect(await append(stream, 0n, second)).toEqual(next);
  expect(await texts(stream)).toEqual(['a', 'b', 'c']);
});

test('other bytes under a known id are acknowledged and dropped', async () => {
  const stream = fresh();
  const event = an('a');
  await append(stream, NO_STREAM, event);
  expect(await append(stream, NO_STREAM, an('other', event.id))).toMatchObject({
    success: true,
    nextExpectedRevision: 0n,
  });
  expect(await texts(stream)).toEqual(['a']);
});

test('a known id at the revision that is current is stored a second time', async () => {
  const stream = fresh();
  const event = an('a');
  await append(stream, NO_STREAM, event);
  await append(stream, 0n, event);
  expect(await texts(stream)).toEqual(['a', 'a']);
});

test('a part of an earlier append is acknowledged, more than it is refused', async () => {
  const stream = fresh();
  const [a, b, c] = [an('a'), an('b'), an('c')];
  await append(stream, NO_STREAM, [a, b]);
  expect(await append(stream, NO_STREAM, [a])).toMatchObject({ success: true });
  expect(await refused(append(stream, NO_STREAM, [a, b, c]))).toBeInstanceOf(WrongExpectedVersionError);
  expect(await refused(append(stream, NO_STREAM, [c, a]))).toBeInstanceOf(WrongExpectedVersionError);
  expect(await texts(stream)).toEqual(['a', 'b']);
});

test('bytes come back as they were sent; JSON is written anew by the client', async () => {
  const stream = fresh();
  const data = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const metadata = Uint8Array.from(data, (byte) => 255 - byte);
  await append(stream, NO_STREAM, binaryEvent({ type: 'Bytes', data, metadata }));
  const [bytes] = await read(stream);
  expect(bytes).toMatchObject({ data, metadata, isJson: false });
  const written = JSON.parse('{"amount":1.50,"large":12345678901234567890}') as Record<string, number>;
  await client.appendToStream(stream, jsonEvent({ type: 'Json', data: written }), {
    expectedRevision: 0n,
    credentials: address.credentials,
  });
  expect(JSON.stringify((await read(stream)).at(-1)?.data)).not.toContain('12345678901234567890');
});

test('an append over 1 MiB is refused, as one to a tombstoned stream; after a soft delete numbering goes on', async () => {
  const stream = fresh();
  const large = binaryEvent({ type: 'Large', data: new Uint8Array(1_048_577) });
  expect(await refused(append(stream, NO_STREAM, large))).toBeInstanceOf(MaxAppendSizeExceededError);
  await append(stream, NO_STREAM, [an('a'), an('b')]);
  await client.deleteStream(stream, { credentials: address.credentials });
  expect(await append(stream, NO_STREAM, an('c'))).toMatchObject({ nextExpectedRevision: 2n });
  await client.tombstoneStream(stream, { credentials: address.credentials });
  expect(await refused(append(stream, 2n, an('d')))).toBeInstanceOf(StreamDeletedError);
});

test('all events are read from a position on with the event there, followed from a position on without it', async () => {
  const [stream, other] = [fresh(), fresh()];
  await append(stream, NO_STREAM, [an('a'), an('b')]);
  await append(other, NO_STREAM, an('c'));
  await append(stream, 1n, an('d'));
  const { position } = (await read(stream))[1] ?? {};
  if (position === undefined) throw new Error('The server says no positions');
  const fromPosition = { commit: position.prepare, prepare: position.prepare };
  const inAll: string[] = [];
  for await (const { event } of client.readAll({ fromPosition, maxCount: 1_000, credentials: address.credentials }))
    if (event?.streamId.startsWith(`${address.ledger}.`)) inAll.push(textOf(event.data));
  expect(inAll).toEqual(['b', 'c', 'd']);
  const followed: string[] = [];
  const subscription = client.subscribeToAll({
    fromPosition,
    filter: streamNameFilter({ prefixes: [stream] }),
    credentials: address.credentials,
  });
  subscription.on('data', ({ event }) => followed.push(textOf(event?.data)));
  await until(() => followed.length === 1);
  await append(stream, 2n, an('e'));
  await until(() => followed.length === 2);
  expect(followed).toEqual(['d', 'e']);
  await subscription.unsubscribe();
});
const textOf = (data: unknown) => Buffer.from(data as Uint8Array).toString();

test('every event has a place of its own among all, which reading its stream tells as the prepare position', async () => {
  const stream = fresh();
  await append(stream, NO_STREAM, [an('a'), an('b'), an('c')]);
  const places = (await read(stream)).map(({ position }) => position?.prepare);
  const among = [];
  const backwards = client.readAll({
    direction: 'backwards',
    fromPosition: END,
    maxCount: 100,
    credentials: address.credentials,
  });
  for await (const { event } of backwards) if (event?.streamId === stream) among.unshift(event.position);
  expect(among.map(({ prepare }) => prepare)).toEqual(places);
  expect(among.map(({ commit }) => commit)).toEqual(places);
  expect(new Set(places).size).toBe(3);
});

test('a filtered subscription tells how far it looked, also where nothing matches', async () => {
  const stream = fresh();
  await append(
    stream,
    NO_STREAM,
    Array.from({ length: 100 }, (_, index) => an(`${index}`)),
  );
  const checkpoints: bigint[] = [];
  const subscription = client.subscribeToAll({
    fromPosition: START,
    filter: streamNameFilter({
      prefixes: [`${address.ledger}.nothing-is-called-so`],
      checkpointReached: async (_subscription, { commit }) => void checkpoints.push(commit),
    }),
    credentials: address.credentials,
  });
  const events: unknown[] = [];
  subscription.on('data', (event) => events.push(event));
  await until(() => checkpoints.length >= 2);
  expect(checkpoints).toEqual(checkpoints.toSorted((left, right) => (left < right ? -1 : 1)));
  expect(events).toEqual([]);
  await subscription.unsubscribe();
});

test('a server that cannot be reached is a plain error of the wire', async () => {
  const nobody = EventStoreDBClient.connectionString('esdb://127.0.0.1:1?tls=false');
  const error = await refused(
    nobody.appendToStream('a', an('a'), { expectedRevision: NO_STREAM, credentials: address.credentials }),
  );
  expect(String(error)).toContain('14 UNAVAILABLE');
  await nobody.dispose();
});
