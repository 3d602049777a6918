// The relay from a SQLite ledger to a real broker, against the same messages sent by the client alone (target ≥ 10,000/s).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TOPICS } from '@uitkomst/contracts';
import { sqliteLedger, type Ledger } from '@uitkomst/ledger';
import { anEvent } from '@uitkomst/ledger/testing';
import { ensureTopics, KafkaPublisher, Relay, type OutboundMessage } from '@uitkomst/processes/kafka';
import { openReadStore } from '@uitkomst/projections';
import { Broker, clientOf, KAFKA_VERSION, noBroker } from '../stores/kafka-broker.js';
import { median } from './subject.js';

const EVENTS = 60_000;
const A_STREAM = 20;
const ROUNDS = 5;
const ORIGIN = {
  oin: '00000001003214345000',
  apiUrl: 'https://uitkomst.example.nl/v1',
  keySecret: Buffer.alloc(32, 7),
};

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'));

async function fill(ledger: Ledger): Promise<void> {
  for (let from = 0; from < EVENTS / A_STREAM; from += 64)
    await Promise.all(
      Array.from({ length: Math.min(64, EVENTS / A_STREAM - from) }, async (_, index) => {
        const events = Array.from({ length: A_STREAM }, () => anEvent());
        await ledger.append(`client-0392-${String(from + index).padStart(13, 'a')}`, 'none', events);
      }),
    );
}

/** Messages a second, and microseconds of this process's own work for each: the latter hardly depends on what else the machine does. */
interface Speed {
  readonly rate: number;
  readonly microseconds: number;
}

/** Begins to measure; what it gives ends it. */
function begin(): () => Speed {
  const [began, worked] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(worked);
    return { rate: (EVENTS * 1000) / (performance.now() - began), microseconds: (user + system) / EVENTS };
  };
}

/** Messages per second of the whole relay: reading, decoding, CloudEvents, sending, moving its place. What it sent is kept. */
async function relayRate(
  ledger: Ledger,
  broker: Broker,
  round: number,
): Promise<Speed & { readonly sent: OutboundMessage[][] }> {
  const store = await openReadStore(`sqlite:${join(folder, `reads-${round}.db`)}`);
  const { reads } = store;
  const publisher = new KafkaPublisher(clientOf(broker));
  const sent: OutboundMessage[][] = [];
  const head = await ledger.head();
  const begun = begin();
  const relay = new Relay({
    ledger,
    reads,
    origin: ORIGIN,
    onError: (error) => console.error(error),
    publisher: {
      publish: async (messages) => {
        await publisher.publish(messages);
        sent.push([...messages]);
      },
      close: () => publisher.close(),
    },
  });
  relay.start();
  while ((await reads.cursor('relay')) < head) await sleep(5);
  const speed = begun();
  await relay.stop();
  await publisher.close();
  await store.close();
  return { ...speed, sent };
}

/** The same messages in the same parcels, by the client alone. */
async function rawRate(broker: Broker, parcels: readonly (readonly OutboundMessage[])[]): Promise<Speed> {
  const producer = clientOf(broker).producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
  });
  await producer.connect();
  const begun = begin();
  for (const parcel of parcels)
    await producer.send({
      topic: TOPICS.claims,
      acks: -1,
      messages: parcel.map(({ key, value, headers }) => ({ key, value, headers: { ...headers } })),
    });
  const speed = begun();
  await producer.disconnect();
  return speed;
}

const why = noBroker();
if (why === undefined) {
  const broker = await Broker.start();
  const ledger = sqliteLedger({ path: join(folder, 'ledger.db') });
  await ensureTopics(clientOf(broker));
  await fill(ledger);
  const [relays, raws]: [Speed[], Speed[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { sent, ...speed } = await relayRate(ledger, broker, round);
    relays.push(speed);
    raws.push(await rawRate(broker, sent));
  }
  const ratio = median(relays.map(({ rate }, round) => rate / (raws[round]?.rate ?? 1)));
  const of = (speeds: readonly Speed[], name: keyof Speed) => Math.round(median(speeds.map((speed) => speed[name])));
  console.log(
    `relay to Kafka ${KAFKA_VERSION}: ${of(relays, 'rate')} messages/s (target ≥ 10,000), ${ratio.toFixed(2)} × the client alone (${of(raws, 'rate')}/s); work of this process for each ${of(relays, 'microseconds')} µs, of the client alone ${of(raws, 'microseconds')} µs`,
  );
  await ledger.close();
  await broker.remove();
} else console.log(`skipped: ${why}`);
rmSync(folder, { recursive: true });
