import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TOPICS } from '@uitkomst/contracts';
import { sqliteLedger } from '@uitkomst/ledger';
import { randomFrom } from '@uitkomst/ledger/testing';
import { ensureTopics, kafkaKeysIn, KafkaPublisher, type OutboundMessage } from '@uitkomst/processes/kafka';
import { record } from '@uitkomst/projections/testing';
import { Broker, clientOf, describeWithBroker, KAFKA_VERSION } from './kafka-broker.js';
import { Killable } from './killable.js';
import { readTopics } from './read-topic.js';

const KILLS = Number(process.env['KAFKA_KILLS'] ?? 4);
const SEED = Number(process.env['SEED'] ?? Math.floor(performance.timeOrigin) % 1_000_000);
const BURST = 300;
const REGISTERED = { validFrom: '2020-01-01', source: { system: 'SUITE' }, assurance: 'AUTHORITATIVE' };
const PERSONS = Array.from(
  { length: 30 },
  (_, index) => `${'abcdefghij'.charAt(index % 10).repeat(12)}${'klm'.charAt(index / 10)}`,
);

/** Every so many a message nobody can read. */
const isBroken = (row: number): boolean => row % 50 === 0;
const personOf = (row: number): string => PERSONS[row % PERSONS.length] ?? '';

function messageOf(row: number): OutboundMessage {
  const dossierRef = personOf(row);
  const fact = { type: 'BenefitGranted', dossierRef, benefitId: `B${row}`, kind: 'BIJSTAND', validFrom: '2026-01-01' };
  const delivery = { deliveryId: 'D1', system: 'GWS4ALL', firstRow: row, rows: [fact] };
  const value = isBroken(row) ? `{"row": ${row}` : JSON.stringify(delivery);
  return { topic: TOPICS.deliveries, key: dossierRef, value, headers: { 'content-type': 'application/json' } };
}

describeWithBroker(`the feed beside Kafka ${KAFKA_VERSION}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-feed-'));
  const ledgerPath = join(folder, 'ledger.db');
  let broker: Broker;
  let feed: Killable | undefined;
  const startFeed = (): Killable => Killable.start('test/stores/feed-process.ts', folder, ledgerPath, broker.address);
  beforeAll(async () => {
    broker = await Broker.start();
    await ensureTopics(clientOf(broker));
    const ledger = sqliteLedger({ path: ledgerPath });
    for (const person of PERSONS)
      await record(ledger, `client-0392-${person}`, { type: 'ClientRegistered', payload: REGISTERED });
    await ledger.close();
  });
  afterAll(async () => {
    await feed?.killNine();
    await broker.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test(`feed and broker killed ${KILLS} times: each delivered fact stands once, in its order, and what could not be read is parked`, async () => {
    process.stdout.write(`seed ${SEED}\n`);
    const random = randomFrom(SEED);
    const publisher = new KafkaPublisher(clientOf(broker));
    feed = startFeed();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const rows = Array.from({ length: BURST }, (_, index) => kill * BURST + index + 1);
      await untilSent(publisher, rows.map(messageOf));
      await feed.lines(1 + random.below(6), 10_000);
      await sleep(random.below(30));
      if (random.below(3) === 0) {
        await broker.killNine();
        await broker.restart();
      } else {
        await feed.killNine();
        feed = startFeed();
      }
    }
    const all = Array.from({ length: KILLS * BURST }, (_, index) => index + 1);
    const good = all.filter((row) => !isBroken(row));
    const broken = all.filter(isBroken);
    const granted = await untilRecorded(ledgerPath, good.length);
    await publisher.close();
    expect(granted.map(({ benefit }) => benefit).toSorted()).toEqual(good.map((row) => `B${row}`).toSorted());
    for (const person of PERSONS)
      expect(granted.filter((one) => one.person === person).map(({ benefit }) => benefit)).toEqual(
        good.filter((row) => personOf(row) === person).map((row) => `B${row}`),
      );
    const keys = await kafkaKeysIn(join(folder, 'kafka-keys.json'));
    const letters = await readTopics(clientOf(broker), TOPICS.deadLetters);
    const parked = new Set<string>();
    for (const { value } of letters) parked.add(await keys.open((JSON.parse(value) as { message: string }).message));
    process.stdout.write(`${granted.length} facts, ${letters.length} dead letters of ${parked.size} messages\n`);
    expect(parked).toEqual(new Set(broken.map((row) => messageOf(row).value)));
  }, 3_600_000);
});

async function untilSent(publisher: KafkaPublisher, messages: readonly OutboundMessage[]): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      return await publisher.publish(messages);
    } catch {
      await sleep(200);
    }
  }
  throw new Error('The broker did not come back');
}

/** The grants the ledger holds, once there are so many (or too many), or when nothing more comes. */
async function untilRecorded(
  path: string,
  count: number,
): Promise<readonly { readonly person: string; readonly benefit: string }[]> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const ledger = sqliteLedger({ path, readOnly: true });
    const granted = [];
    for await (const { type, stream, payload } of ledger.readAll())
      if (type === 'BenefitGranted')
        granted.push({ person: stream.slice(-13), benefit: (payload as { readonly benefitId: string }).benefitId });
    await ledger.close();
    if (granted.length >= count || performance.now() > deadline) {
      await sleep(2_500); // Time for a double to show, and for the last dead letter.
      return granted;
    }
    await sleep(250);
  }
}
