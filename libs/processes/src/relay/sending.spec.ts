import { EventEmitter, once } from 'node:events';
import { memoryLedger, type Ledger, type RecordedEvent } from '@uitkomst/ledger';
import { invited, record, submitted, temporaryFolder } from '@uitkomst/projections/testing';
import type { OutboundMessage } from './publisher.js';
import { Relay } from './relay.js';

const ORIGIN = { oin: '00000001003214345000', apiUrl: 'https://u.nl/v1', keySecret: Buffer.alloc(32, 7) };
const PERSON = 'aaaaaaaaaaaaa';
const AT_ONCE = 500_000;
const folder = temporaryFolder();
afterAll(folder.remove);

/** A broker that takes nothing until it is opened. */
function slowBroker() {
  const sent: (readonly OutboundMessage[])[] = [];
  const door = new EventEmitter();
  const opened = once(door, 'open');
  const publish = async (messages: readonly OutboundMessage[]): Promise<void> => {
    sent.push(messages);
    await opened;
  };
  const sequences = () =>
    sent.flat().map(({ value }) => Number((JSON.parse(value) as { readonly sequence: string }).sequence));
  const characters = () => sent.map((messages) => messages.reduce((sum, { value }) => sum + value.length, 0));
  return {
    publisher: { publish, close: async () => undefined },
    sent,
    sequences,
    characters,
    open: () => door.emit('open'),
  };
}

const onError = (error: unknown): void => expect(error).toBeUndefined();

function relayTo(broker: ReturnType<typeof slowBroker>, ledger: Ledger) {
  const reads = folder.reads();
  const relay = new Relay({ ledger, reads, publisher: broker.publisher, origin: ORIGIN, onError, pauseMs: 1 });
  relay.start();
  return { relay, reads };
}

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let round = 0; !(await holds()); round += 1) {
    if (round > 2_000) throw new Error('It did not come');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
const claimed = (ledger: Ledger, ...claims: readonly number[]) =>
  record(
    ledger,
    `client-0392-${PERSON}`,
    ...claims.flatMap((claim) => [
      invited(`Y${claim}`),
      submitted(`${PERSON}.${'b'.repeat((claim % 16) + 1)}`, 'PASWERK'),
    ]),
  );
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Hands all that is recorded over at once, as an engine may. */
async function inOneBatch(ledger: Ledger): Promise<Ledger> {
  const all: RecordedEvent[] = [];
  for await (const event of ledger.readAll()) all.push(event);
  const subscribe: Ledger['subscribe'] = ({ handler }) => {
    const handled = handler(all);
    return { close: () => handled, lag: async () => 0 };
  };
  return Object.assign(Object.create(ledger) as Ledger, { subscribe });
}

test('what is recorded during a send goes out with the next, in its order and once, and so does what comes after', async () => {
  const [ledger, broker] = [memoryLedger(), slowBroker()];
  const { relay, reads } = relayTo(broker, ledger);
  await claimed(ledger, 0, 1);
  await until(() => broker.sent.length === 1);
  for (const claim of [2, 3]) {
    await claimed(ledger, claim);
    await until(async () => (await relay.lag()) === 0);
  }
  expect(broker.sent).toHaveLength(1);
  broker.open();
  await until(() => broker.sent.length === 2);
  expect(broker.sequences()).toEqual(upTo(4));
  await claimed(ledger, 4);
  const head = await ledger.head();
  await until(async () => (await reads.cursor('relay')) === head);
  expect([broker.sequences(), await reads.cursor('relay-count')]).toEqual([upTo(5), 5]);
  await relay.stop();
});

test('stopping waits for the send that is on its way, and begins no other', async () => {
  const [ledger, broker] = [memoryLedger(), slowBroker()];
  const { relay, reads } = relayTo(broker, ledger);
  await claimed(ledger, 0);
  const first = await ledger.head();
  await until(() => broker.sent.length === 1);
  await claimed(ledger, 1);
  await until(async () => (await relay.lag()) === 0);
  let over = false;
  const stopping = relay.stop().then(() => (over = true));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(over).toBe(false);
  broker.open();
  await stopping;
  expect(broker.sequences()).toEqual([1]);
  expect([await reads.cursor('relay'), await reads.cursor('relay-count')]).toEqual([first, 1]);
});

test('stopped amid much to send, its place is that of the last event it sent', async () => {
  const [ledger, broker] = [memoryLedger(), slowBroker()];
  for (let part = 0; part < 20; part += 1) await claimed(ledger, ...Array.from({ length: 150 }, () => part));
  const { relay, reads } = relayTo(broker, await inOneBatch(ledger));
  await until(() => broker.sent.length === 1);
  const stopping = relay.stop();
  broker.open();
  await stopping;
  const place = await reads.cursor('relay');
  let published = 0;
  for await (const { type, position } of ledger.readAll())
    if (type === 'ClaimSubmitted' && position <= place) published += 1;
  expect([published, await reads.cursor('relay-count')]).toEqual([broker.sequences().length, published]);
});

test.each(['at once', 'bit by bit'])(
  'however much comes %s, one send stays within what a broker takes',
  async (handed) => {
    const [ledger, broker] = [memoryLedger(), slowBroker()];
    for (let part = 0; part < 20; part += 1) await claimed(ledger, ...Array.from({ length: 150 }, () => part));
    const { relay } = relayTo(broker, handed === 'at once' ? await inOneBatch(ledger) : ledger);
    await until(() => broker.sent.length === 1);
    broker.open();
    await until(() => broker.sequences().length === 3_000);
    expect(broker.sequences()).toEqual(upTo(3_000));
    expect(Math.max(...broker.characters())).toBeLessThan(2 * AT_ONCE);
    expect(broker.sent.length).toBeLessThan(10);
    await relay.stop();
  },
);

test('where nothing goes out the place moves all the same, once in a while', async () => {
  const [ledger, broker] = [memoryLedger(), slowBroker()];
  broker.open();
  const { relay, reads } = relayTo(broker, ledger);
  const idle = Array.from({ length: 500 }, (_, index) => invited(`Y${index}`));
  for (let part = 0; part < 4; part += 1) await record(ledger, `client-0392-${PERSON}`, ...idle);
  await until(async () => (await relay.lag()) === 0);
  expect(await reads.cursor('relay')).toBe(-1);
  await record(ledger, `client-0392-${PERSON}`, invited('Y'));
  const head = await ledger.head();
  await until(async () => (await reads.cursor('relay')) === head);
  expect([broker.sent, await reads.cursor('relay-count')]).toEqual([[], 0]);
  await relay.stop();
});
