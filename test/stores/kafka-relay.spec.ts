import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TOPICS } from '@uitkomst/contracts';
import { sqliteLedger, type Ledger, type RecordedEvent } from '@uitkomst/ledger';
import { anEvent, randomFrom } from '@uitkomst/ledger/testing';
import { ensureTopics, isPublished } from '@uitkomst/processes/kafka';
import { invited, record } from '@uitkomst/projections/testing';
import { Broker, clientOf, describeWithBroker, KAFKA_VERSION } from './kafka-broker.js';
import { Killable } from './killable.js';
import { readTopics, type Received } from './read-topic.js';

const KILLS = Number(process.env['KAFKA_KILLS'] ?? 7);
const SEED = Number(process.env['SEED'] ?? Math.floor(performance.timeOrigin) % 1_000_000);
const STREAMS = 40;
const BURST = 1_000;
const TARIFF = { contractId: 'K1', milestone: 'SUSTAINED', cents: 300_000, validFrom: '2000-01-01' };

/** Claims of many clients at once, facts that do not go out, and now and then a tariff. */
async function recordBurst(ledger: Ledger, burst: number): Promise<void> {
  const revision = new Map<string, number>();
  await Promise.all(
    Array.from({ length: BURST }, async (_, index) => {
      const client = index % STREAMS;
      const stream = `client-0392-${'abcdefghij'.charAt(client % 10).repeat(12)}${'klmn'.charAt(client / 10)}`;
      const before = revision.get(stream) ?? (burst * BURST) / STREAMS - 1;
      revision.set(stream, before + 1);
      const event = index % 7 === 0 ? { ...invited('Y2026') } : {};
      const result = await ledger.append(stream, before < 0 ? 'none' : before, [anEvent(event)]);
      if (!result.ok) throw new Error(`${stream} was not taken`);
    }),
  );
  await record(ledger, 'contract-0392-K1', { type: 'TariffSet', payload: TARIFF });
}

interface Published {
  readonly id: string;
  readonly sequence: string;
}
const published = ({ value }: Received): Published => JSON.parse(value) as Published;

/** As a consumer should: of each partition only what has a higher number than what it had before. */
function dropRepeats(received: readonly Received[]): readonly Received[] {
  const last = new Map<string, number>();
  return received.filter((message) => {
    const [place, number] = [`${message.topic} ${message.partition}`, Number(published(message).sequence)];
    if (number <= (last.get(place) ?? 0)) return false;
    last.set(place, number);
    return true;
  });
}

describeWithBroker(`the relay beside Kafka ${KAFKA_VERSION}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-relay-'));
  const ledgerPath = join(folder, 'ledger.db');
  let broker: Broker;
  let ledger: Ledger;
  let relay: Killable | undefined;
  const startRelay = (): Killable =>
    Killable.start('test/stores/relay-process.ts', ledgerPath, join(folder, 'reads.db'), broker.address);
  beforeAll(async () => {
    broker = await Broker.start();
    ledger = sqliteLedger({ path: ledgerPath });
  });
  afterAll(async () => {
    await relay?.killNine();
    await broker.remove();
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('topics are made with their settings, mended when they differ, and a second time left alone', async () => {
    const kafka = clientOf(broker);
    expect((await ensureTopics(kafka)).map(({ state }) => state)).toEqual(Array(5).fill('CREATED'));
    expect((await ensureTopics(kafka)).map(({ state }) => state)).toEqual(Array(5).fill('UNCHANGED'));
    const admin = kafka.admin();
    await admin.connect();
    const briefly = { name: 'retention.ms', value: '1000' };
    const resource = { type: 2, name: TOPICS.norms, configEntries: [briefly] };
    await admin.alterConfigs({ validateOnly: false, resources: [resource] });
    // The controller has it; the broker that is asked hears of it a moment later.
    const named = { resources: [{ type: 2, name: TOPICS.norms, configNames: [briefly.name] }], includeSynonyms: false };
    for (let known = ''; known !== briefly.value; await sleep(20))
      known = (await admin.describeConfigs(named)).resources[0]?.configEntries[0]?.configValue ?? '';
    await admin.disconnect();
    const reports = await ensureTopics(kafka);
    expect(reports.filter(({ state }) => state === 'CHANGED')).toEqual([
      {
        topic: TOPICS.norms,
        state: 'CHANGED',
        partitions: 1,
        was: { 'retention.ms': '1000' },
      },
    ]);
  });

  test(`relay and broker killed ${KILLS} times: no gap, no change of order, and each event once for who drops by number`, async () => {
    process.stdout.write(`seed ${SEED}\n`);
    const random = randomFrom(SEED);
    relay = startRelay();
    for (let kill = 0; kill < KILLS; kill += 1) {
      await recordBurst(ledger, kill);
      await relay.lines(random.below(4), 3_000);
      await sleep(random.below(30));
      if (random.below(3) === 0) {
        await broker.killNine();
        await broker.restart();
      } else {
        await relay.killNine();
        relay = startRelay();
      }
    }
    const running: Killable = relay;
    const head = await ledger.head();
    expect(await running.until(() => Number(running.said) >= head, 240_000)).toBe(true);
    const events: RecordedEvent[] = [];
    for await (const event of ledger.readAll()) if (isPublished(event)) events.push(event);

    const received = await readTopics(clientOf(broker), TOPICS.claims, TOPICS.norms);
    const once = dropRepeats(received);
    process.stdout.write(`${events.length} events, ${received.length} messages, ${once.length} after dropping\n`);
    const inOrder = once.map(published).toSorted((one, other) => Number(one.sequence) - Number(other.sequence));
    expect(inOrder.map(({ sequence }) => Number(sequence))).toEqual(events.map((_, index) => index + 1));
    expect(inOrder.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    // What is sent again is the same, byte for byte.
    const values = new Map(once.map((message) => [published(message).id, message.value]));
    expect(received.filter((message) => values.get(published(message).id) !== message.value)).toEqual([]);
    const keys = new Map(once.map((message) => [published(message).id, message.key]));
    for (const stream of new Set(events.map((event) => event.stream))) {
      const ids = events.filter((event) => event.stream === stream).map(({ id }) => id);
      const key = keys.get(ids[0] ?? '');
      expect(once.filter((message) => message.key === key).map((message) => published(message).id)).toEqual(ids);
    }
  }, 3_600_000);
});
