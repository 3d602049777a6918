import { readFileSync } from 'node:fs';
import { PUBLICATIONS, TOPICS } from '@uitkomst/contracts';
import { Bsn, EVENT_CATALOGUE } from '@uitkomst/domain';
import { memoryLedger, type Ledger } from '@uitkomst/ledger';
import { determined, invited, record, submitted, temporaryFolder } from '@uitkomst/projections/testing';
import { CloudEvent } from 'cloudevents';
import { outboundEvent } from './outbound-event.js';
import type { OutboundMessage, Publisher } from './publisher.js';
import { Relay } from './relay.js';

const ORIGIN = {
  oin: '00000001003214345000',
  apiUrl: 'https://uitkomst.example.nl/v1',
  keySecret: Buffer.alloc(32, 7),
};
const PERSON = 'aaaaaaaaaaaaa';
const OTHER = 'bbbbbbbbbbbbb';
const folder = temporaryFolder();
afterAll(folder.remove);

/** A way out that keeps what it was given, and fails when told to. */
function mailbox(failures: readonly Error[] = []) {
  const sent: OutboundMessage[][] = [];
  const waiting = [...failures];
  let closed = 0;
  const publisher: Publisher = {
    publish: async (messages) => {
      const failure = waiting.shift();
      if (failure) throw failure;
      sent.push([...messages]);
    },
    close: async () => void (closed += 1),
  };
  const events = () => sent.flat().map(({ value }) => JSON.parse(value) as Record<string, unknown>);
  return { publisher, sent, events, closed: () => closed };
}

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let round = 0; round < 300 && !(await holds()); round += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
};

const relayOf = (
  ledger: Ledger,
  reads: ReturnType<typeof folder.reads>,
  publisher: Publisher,
  errors: unknown[] = [],
) => new Relay({ ledger, reads, publisher, origin: ORIGIN, onError: (error) => errors.push(error), pauseMs: 1 });

const claimed = async (ledger: Ledger, person: string, claim: string): Promise<void> => {
  await record(
    ledger,
    `client-0392-${person}`,
    submitted(`${person}.${claim}`, 'PASWERK'),
    determined(`${person}.${claim}`, 'PENDING'),
    invited('Y2026'),
  );
};

test('what is about a person goes out as a reference: a valid CloudEvent without data, numbered from 1', async () => {
  const ledger = memoryLedger();
  await claimed(ledger, PERSON, 'b');
  const box = mailbox();
  const relay = relayOf(ledger, folder.reads(), box.publisher);
  relay.start();
  await until(() => box.events().length === 2);
  await relay.stop();
  const [first, second] = box.events();
  for (const event of box.events()) expect(new CloudEvent(event).validate()).toBe(true);
  expect(first).toMatchObject({
    specversion: '1.0',
    source: 'urn:nld:oin:00000001003214345000:systeem:uitkomst',
    type: 'nl.uitstroompremies.claim-submitted.v1',
    subject: `${PERSON}.b`,
    datacontenttype: 'application/json',
    dataschema: 'https://uitkomst.example.nl/v1/openapi.json',
    dataref: `https://uitkomst.example.nl/v1/claims/${PERSON}.b`,
    sequence: '1',
    sequencetype: 'Integer',
  });
  expect(second).toMatchObject({ type: 'nl.uitstroompremies.claim-determined.v1', sequence: '2' });
  expect(second?.['dataref']).toBe(
    `https://uitkomst.example.nl/v1/claims/${PERSON}.b/vaststellingen/${String(second?.['id'])}`,
  );
  expect(box.events().map(({ data }) => data)).toEqual([undefined, undefined]);
  const recorded = [];
  for await (const event of ledger.readAll()) recorded.push(event);
  expect(first).toMatchObject({ id: recorded[0]?.id, time: recorded[0]?.recordedAt });
});

test('a tariff is about nobody: it goes out in its own words, without what only staff may read', async () => {
  const ledger = memoryLedger();
  const tariff = { contractId: 'K1', milestone: 'SUSTAINED', cents: 300_000, validFrom: '2000-01-01' };
  await record(ledger, 'contract-0392-K1', { type: 'TariffSet', payload: tariff });
  const watermark = { system: 'UWV_POLIS', completeThrough: '2026-03-01', deliverySha256: 'a'.repeat(64) };
  await record(ledger, 'source-0392-UWV_POLIS', { type: 'SourceWatermark', payload: watermark });
  const box = mailbox();
  const relay = relayOf(ledger, folder.reads(), box.publisher);
  relay.start();
  await until(() => box.events().length === 2);
  await relay.stop();
  expect(box.sent.flat().map(({ topic }) => topic)).toEqual([TOPICS.norms, TOPICS.norms]);
  expect(box.events()).toMatchObject([
    { subject: 'K1', data: tariff, dataschema: 'https://uitkomst.example.nl/v1/asyncapi.json' },
    { subject: 'UWV_POLIS', data: { system: 'UWV_POLIS', completeThrough: '2026-03-01' } },
  ]);
  expect(box.events()[1]?.['data']).not.toHaveProperty('deliverySha256');
});

test('one client has one key, which tells nobody whose it is', async () => {
  const ledger = memoryLedger();
  await claimed(ledger, PERSON, 'b');
  await claimed(ledger, OTHER, 'b');
  const box = mailbox();
  const relay = relayOf(ledger, folder.reads(), box.publisher);
  relay.start();
  await until(() => box.events().length === 4);
  await relay.stop();
  const keys = box.sent.flat().map(({ key }) => key);
  expect(keys).toHaveLength(4);
  expect(keys[0]).toBe(keys[1]);
  expect(keys[2]).toBe(keys[3]);
  expect(keys[0]).not.toBe(keys[2]);
  expect(keys.join()).not.toContain(PERSON);
  for await (const event of ledger.readAll({ max: 1 })) {
    const elsewhere = { ...ORIGIN, keySecret: Buffer.alloc(32, 8) };
    expect(outboundEvent(event, 1, ORIGIN).key).toBe(keys[0]);
    expect(outboundEvent(event, 1, elsewhere).key).not.toBe(keys[0]);
  }
});

test('numbers wrap around where a signed integer of 32 bits ends', async () => {
  const ledger = memoryLedger();
  await claimed(ledger, PERSON, 'b');
  const [reads, box] = [folder.reads(), mailbox()];
  await reads.moveCursors({ 'relay-count': 2_147_483_646 });
  const relay = relayOf(ledger, reads, box.publisher);
  relay.start();
  await until(() => box.events().length === 2);
  await relay.stop();
  expect(box.events().map(({ sequence }) => sequence)).toEqual(['2147483647', '-2147483648']);
});

test('what could not be sent is sent again, in the same order and under the same numbers; the place waits for it', async () => {
  const ledger = memoryLedger();
  await claimed(ledger, PERSON, 'b');
  const [errors, reads] = [[] as unknown[], folder.reads()];
  const box = mailbox([new Error('Broker not connected'), new Error('Broker not connected')]);
  const relay = relayOf(ledger, reads, box.publisher, errors);
  relay.start();
  await until(async () => (await reads.cursor('relay')) >= 2);
  await relay.stop();
  expect(errors).toHaveLength(2);
  expect(box.events().map(({ sequence }) => sequence)).toEqual(['1', '2']);
});

test('while the broker is away the place does not move, and stopping does not wait for it', async () => {
  const ledger = memoryLedger();
  await claimed(ledger, PERSON, 'b');
  const reads = folder.reads();
  const box = mailbox(Array.from({ length: 1_000 }, () => new Error('Broker not connected')));
  const errors: unknown[] = [];
  const relay = relayOf(ledger, reads, box.publisher, errors);
  relay.start();
  await until(() => errors.length > 2);
  await relay.stop();
  expect(await reads.cursor('relay')).toBe(-1);
  expect(box.sent).toEqual([]);
});

test('after a start it goes on where it was, and counts on', async () => {
  const ledger = memoryLedger();
  const [reads, box] = [folder.reads(), mailbox()];
  for (const claim of ['b', 'c', 'd']) {
    await claimed(ledger, PERSON, claim);
    const relay = relayOf(ledger, reads, box.publisher);
    const position = await ledger.head();
    relay.start();
    await until(async () => (await reads.cursor('relay')) >= position);
    await relay.stop();
  }
  expect(box.events().map(({ sequence }) => sequence)).toEqual(['1', '2', '3', '4', '5', '6']);
});

test('beside a ledger put back from a backup it publishes only what is new, and gives no number twice', async () => {
  const reads = folder.reads();
  await reads.moveCursors({ relay: 500, 'relay-count': 40 });
  const ledger = memoryLedger();
  await claimed(ledger, PERSON, 'b');
  const box = mailbox();
  const relay = relayOf(ledger, reads, box.publisher);
  relay.start();
  await until(async () => (await relay.lag()) === 0);
  await claimed(ledger, PERSON, 'c');
  await until(() => box.events().length === 2);
  await relay.stop();
  expect(box.events().map(({ subject, sequence }) => [subject, sequence])).toEqual([
    [`${PERSON}.c`, '41'],
    [`${PERSON}.c`, '42'],
  ]);
});

test('no attribute holds nine digits that could be a BSN, whatever is published', async () => {
  const ledger = memoryLedger();
  for (let claim = 0; claim < 200; claim += 1)
    await claimed(ledger, PERSON, `b${'abcdefghij'[claim % 10] ?? ''}${claim}`.replaceAll(/[0189]/g, 'z'));
  const box = mailbox();
  const relay = relayOf(ledger, folder.reads(), box.publisher);
  relay.start();
  await until(() => box.events().length === 400);
  await relay.stop();
  expect(box.events()).toHaveLength(400);
  for (const message of box.sent.flat()) {
    const { source: _oin, ...attributes } = JSON.parse(message.value) as Record<string, string>;
    // Ids of events are random: what looks like a number in one is none.
    const text = [message.key, ...Object.values(attributes)]
      .join(' ')
      .replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '');
    for (const [digits] of text.matchAll(/(?=(\d{9}))/g)) expect(Bsn.safeParse(digits).success).toBe(false);
  }
});

test('only the events the interface names go out', () => {
  const families = /^(Claim|Approval|AttributionDecided|DecisionNotified|Payment|Clawback|Objection)/;
  const named = Object.keys(EVENT_CATALOGUE).filter((type) => families.test(type));
  const told = ['DefinitionSetPublished', 'TariffSet', 'SourceWatermark', 'ReportPublished', 'TreeHeadSigned'];
  expect(Object.keys(PUBLICATIONS).toSorted()).toEqual([...named, ...told].toSorted());
  for (const [type, { data, path }] of Object.entries(PUBLICATIONS))
    expect([type, data !== undefined, path === undefined]).toEqual([type, told.includes(type), told.includes(type)]);
});

test('every reference leads to something the API gives', () => {
  const { paths } = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')) as {
    readonly paths: Readonly<Record<string, { readonly get?: object }>>;
  };
  const given = Object.keys(paths).filter((path) => paths[path]?.get !== undefined);
  const ids = { claimId: 'c', clawbackId: 'k', objectionId: 'o', jobId: 'j' };
  for (const [type, { path }] of Object.entries(PUBLICATIONS)) {
    if (path === undefined) continue;
    const reference = path({ id: 'e', stream: `client-0392-${PERSON}`, payload: ids });
    const fits = given.some((template) => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[a-z]+')}$`).test(reference));
    expect([type, reference, fits]).toEqual([type, reference, true]);
  }
});
